// safe: while a flush is under way, new ones go elsewhere
import { sendBatch } from './ingest.js';

export class Tracer {
  private queue: object[] = [];
  private next: object[] = [];
  private flushing = false;

  trace(span: object): void {
    if (this.flushing) {
      this.next.push(span);
      return;
    }
    this.queue.push(span);
  }

  async flush(): Promise<void> {
    if (this.flushing) return;
    this.flushing = true;
    try {
      await sendBatch(this.queue);
      this.queue = [];
    } finally {
      this.flushing = false;
      const waiting = this.next;
      this.next = [];
      for (const span of waiting) this.trace(span);
    }
  }
}
