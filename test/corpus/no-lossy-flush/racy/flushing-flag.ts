import { sendBatch } from './ingest.js';

export class Tracer {
  private queue: object[] = [];
  private flushing = false;

  trace(span: object): void {
    this.queue.push(span);
    if (this.queue.length > 50) void this.flush();
  }

  async flush(): Promise<void> {
    if (this.flushing) return;
    this.flushing = true;
    try {
      await sendBatch(this.queue);
      this.queue = []; // RACE
    } finally {
      this.flushing = false;
    }
  }
}
