import { Queue } from 'bullmq';

export class Reports {
  private readonly queue = new Queue('reports');

  async request(month: string): Promise<void> {
    let attempt = 0;
    for (;;) {
      try {
        await this.queue.add('report', { month }, { jobId: `report-${month}-${attempt}` }); // RACE
        return;
      } catch (error) {
        if (++attempt > 5) throw error;
      }
    }
  }
}
