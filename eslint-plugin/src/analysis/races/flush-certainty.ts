/** How sure a lossy flush is. Every weakness that makes one only `possible` is named here. */
import type { Certainty } from '../race.js';
import type { Term } from '../resources/terms.js';
import type { RaceContext } from './context.js';
import type { Derivation } from './derivation.js';
import type { Addition, Flush } from './flush-additions.js';

export interface FlushEvidence {
  readonly flush: Flush;
  readonly save: Derivation;
  readonly additions: readonly Addition[];
  readonly context: RaceContext;
}

export function flushCertainty({ flush, save, additions, context }: FlushEvidence): Certainty | undefined {
  const { form, clear } = flush;
  const own = context.concurrencyOf(form);
  // What only the flush itself adds to is filled by another call of it.
  const others = additions.filter((each) => each.form !== form);
  const coming = others.map((each) => context.concurrencyOf(each.form));
  if (own === 'once' && !coming.includes('concurrent')) return 'possible';
  if (isOwnedInstance(clear.place, context)) return 'possible';
  const saves = save.names.some((name) => SAVES.test(name)) || SAVES.test(form.name ?? '');
  if (!saves && save.names.some((name) => ENDS.test(name))) return 'possible';
  if (ENDS.test(form.name ?? '') && !/flush|save|drain/iu.test(form.name ?? '')) return 'possible';
  // A list of promises that is waited for is no buffer.
  if (save.names.every((name) => /^(?:all|allSettled|race|any|values|from)$/u.test(name))) return 'possible';
  if (clear.how === 'slot' && !saves) return 'possible';
  return clear.how === 'contents' && saves && coming.includes('concurrent') ? 'certain' : 'likely';
}

/** Something is handed over to where it is kept, or to who works on it. */
const SAVES =
  /flush|save|persist|write|append|insert|bulk|upload|send|publish|post|put|store|commit|ship|sync|push|emit|deliver|dispatch|export|record|submit|upsert|create|update|report|track|ingest|forward|drain|dump|checkpoint|snapshot|produce|notify|request|fetch|transmit|archive|enqueue|batch/iu;

/** What is over now: nobody is expected to add to it. */
const ENDS =
  /^(?:close|end|quit|disconnect|stop|kill|terminate|destroy|dispose|cancel|abort|unsubscribe|release|delete|remove|unlink|rm|cleanup|teardown|drop|clear|reset|shutdown|logout|exit|unload|deactivate)/iu;

function isOwnedInstance(place: Term, context: RaceContext): boolean {
  let root: Term = place;
  while (root.kind === 'member' || root.kind === 'index') root = root.object;
  return root.kind === 'this' && 'methods' in root.owner && context.isMadePerCall(root.owner);
}
