// safe: the head is taken off the queue before it is run
export interface Job {
  id: string;
  run(): Promise<void>;
}

export class JobRunner {
  private readonly jobs: Job[] = [];
  private running = false;

  enqueue(job: Job): void {
    this.jobs.push(job);
    void this.drain();
  }

  private async drain(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      let job: Job | undefined;
      while ((job = this.jobs.shift())) await job.run();
    } finally {
      this.running = false;
    }
  }
}
