export interface Job {
  id: string;
  run(): Promise<void>;
}

export class JobRunner {
  private readonly jobs: Job[] = [];

  enqueue(job: Job): void {
    this.jobs.push(job);
    void this.tick();
  }

  async tick(): Promise<void> {
    const head = this.jobs[0];
    if (!head) return;
    await head.run();
    this.jobs.shift(); // RACE
  }
}
