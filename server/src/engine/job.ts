/** A task on its way: waiting, running, or done. */
import type { Result, Task, WorkerMessage } from './wire.js';

/** How a task ended; `stopped` where the engine has given up until it is restarted. */
export type Outcome =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'stopped' };

/** `asked`: somebody waits for it; `open`: of an open document, for whoever asks next; most urgent first. */
export const PRIORITIES = ['asked', 'open', 'background'] as const;

export type Priority = (typeof PRIORITIES)[number];

export class Job {
  private static count = 0;
  readonly id = ++Job.count;
  /** How many workers have died over it. */
  deaths = 0;
  isCancelled = false;
  readonly outcome: Promise<Outcome>;
  private readonly settle: (outcome: Outcome) => void;

  constructor(
    readonly task: Task,
    public priority: Priority,
  ) {
    let settle: (outcome: Outcome) => void = () => undefined;
    this.outcome = new Promise((resolve) => (settle = resolve));
    this.settle = settle;
  }

  /** What it has ended with first stays. */
  end(outcome: Outcome): void {
    this.settle(outcome);
  }
}

/** How a task ended, as the worker tells it. */
export function outcomeOf(message: Extract<WorkerMessage, { readonly id: number }>): Outcome {
  switch (message.kind) {
    case 'done':
      return { kind: 'done', result: message.result };
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'failed':
      return { kind: 'failed', message: message.message };
  }
}
