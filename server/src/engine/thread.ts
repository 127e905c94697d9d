/** The thread that checks: how it is started, and what it tells. */
import { Worker } from 'node:worker_threads';
import type { WorkerData, WorkerMessage } from './wire.js';

/** Room for deeply nested code; the system gives memory only to what is used. */
const STACK_MEGABYTES = 64;

/** Room for new objects, three times that of each half: a check of 1,000 lines makes about 30 MB of them, all garbage. */
const YOUNG_MEGABYTES = 96;

export interface ThreadEvents {
  readonly message: (message: WorkerMessage) => void;
  /** It is no more, for whatever cause. */
  readonly ended: (cause: string) => void;
}

export function startThread(program: URL, data: WorkerData, events: ThreadEvents): Worker {
  const thread = new Worker(program, {
    workerData: data,
    resourceLimits: { stackSizeMb: STACK_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    // Standard output belongs to the protocol: what a configuration prints goes elsewhere.
    stdout: true,
    stderr: true,
  });
  thread.stdout.pipe(process.stderr, { end: false });
  thread.stderr.pipe(process.stderr, { end: false });
  let cause = '';
  thread.on('message', events.message);
  thread.on('error', (error) => (cause = String(error)));
  thread.on('exit', (code) => {
    events.ended(cause || `It ended with code ${code}.`);
  });
  return thread;
}
