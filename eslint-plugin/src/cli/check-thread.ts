/**
 * The check runs in a thread of its own. Its stack is large, so that deep code is checked and not refused;
 * and the first thread stays free, so that Ctrl-C is answered at once.
 */
import { Worker } from 'node:worker_threads';
import type { CheckOptions } from './arguments.js';
import { describeFailure, traceOf } from './failure.js';

export interface CheckRequest {
  readonly options: CheckOptions;
  readonly cwd: string;
  readonly color: boolean;
  /** Columns of the output. */
  readonly width: number;
  readonly stdin?: { readonly filename: string; readonly text: string };
}

export type CheckAnswer =
  | { readonly kind: 'checked'; readonly output: string; readonly exitCode: 0 | 1 }
  | { readonly kind: 'failed'; readonly sentence: string; readonly trace: string };

/** Room for expressions that are tens of thousands deep; the system gives memory only to what is used. */
const STACK_MEGABYTES = 64;

/** Checks, and answers with what to print. Never rejects. */
export async function checkInThread(request: CheckRequest): Promise<CheckAnswer> {
  const worker = new Worker(new URL('check-worker.js', import.meta.url), {
    resourceLimits: { stackSizeMb: STACK_MEGABYTES },
  });
  const answer = await new Promise<CheckAnswer>((resolve) => {
    worker.once('message', (message: CheckAnswer) => {
      resolve(message);
    });
    worker.once('error', (error: unknown) => {
      resolve(failed(error));
    });
    worker.once('exit', (code) => {
      resolve(failed(new Error(`the checking thread ended with code ${code.toString()}`)));
    });
    worker.postMessage(request);
  });
  await worker.terminate();
  return answer;
}

export function failed(error: unknown): CheckAnswer {
  return { kind: 'failed', sentence: describeFailure(error), trace: traceOf(error) };
}
