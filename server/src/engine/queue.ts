/** Tasks that wait for the worker: the most urgent first, and of those the first that came. */
import { PRIORITIES, type Job, type Outcome, type Priority } from './job.js';

export class Queue {
  private readonly waiting: Readonly<Record<Priority, Job[]>> = { asked: [], open: [], background: [] };

  add(job: Job): void {
    this.waiting[job.priority].push(job);
  }

  /** It was interrupted: it comes before those of its kind. */
  putBack(job: Job): void {
    this.waiting[job.priority].unshift(job);
  }

  /** Somebody waits for it now. False where it does not wait here. */
  hasten(job: Job): boolean {
    const queue = this.waiting[job.priority];
    const index = queue.indexOf(job);
    job.priority = 'asked';
    if (index < 0) return false;
    queue.splice(index, 1);
    this.add(job);
    return true;
  }

  /** Takes the next; those that were cancelled meanwhile end here. */
  next(): Job | undefined {
    for (const priority of PRIORITIES) {
      const queue = this.waiting[priority];
      for (let job = queue.shift(); job; job = queue.shift()) {
        if (!job.isCancelled) return job;
        job.end({ kind: 'cancelled' });
      }
    }
    return undefined;
  }

  /** Whether a task waits that is more urgent. */
  hasBefore(priority: Priority): boolean {
    return PRIORITIES.slice(0, PRIORITIES.indexOf(priority)).some((urgent) =>
      this.waiting[urgent].some((job) => !job.isCancelled),
    );
  }

  endAll(outcome: Outcome): void {
    for (const priority of PRIORITIES) for (const job of this.waiting[priority].splice(0)) job.end(outcome);
  }
}
