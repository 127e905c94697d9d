/** How sure a race is, from the evidence. Every weakness that makes a race only `possible` is named here. */
import type { FlowAccess } from '../../flow/value.js';
import type { Certainty, Update } from '../../race.js';
import type { Concurrency } from '../context.js';

export interface Evidence {
  readonly read: FlowAccess;
  readonly write: FlowAccess;
  /** `partial`: a lock excludes some of those who can reach the store, e.g. a mutex around a Redis key. */
  readonly guarded: 'none' | 'partial';
  readonly update: Update;
  readonly concurrency: Concurrency;
  /** Others of the same process can run between read and write. */
  readonly suspended: boolean;
  /** The keys are not one term, but name one record by all that is seen of them. */
  readonly alike?: boolean;
}

export function certaintyOf({
  read,
  write,
  guarded,
  update,
  concurrency,
  suspended,
  alike,
}: Evidence): Certainty {
  // Only a name says that it is a store.
  if (read.receiver.evidence === 'named' || write.receiver.evidence === 'named') return 'possible';
  if (guarded === 'partial') return 'possible';
  // What was read is written back as it was: the loss needs a writer in between, and nothing new is stored.
  if (update.kind === 'unchanged') return 'possible';
  // A compare-and-set whose outcome nobody looks at loses its own update, not the other one's.
  if (write.condition === 'matches') return 'possible';
  if (concurrency === 'once') return 'possible';
  // One step for this process; only another process, or another tab, can come in between.
  if (read.sync && write.sync && !suspended) return 'possible';
  // Its methods or a convention say that it is a store, and nothing says what it does.
  if (read.receiver.evidence === 'shaped' || write.receiver.evidence === 'shaped') return 'likely';
  if (alike) return 'likely';
  return concurrency === 'concurrent' ? 'certain' : 'likely';
}
