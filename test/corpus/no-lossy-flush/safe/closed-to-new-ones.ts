// Safe: nothing is added once it closes, and it is closed before the last save.
import type { Sink } from './sink.js';

export class Recorder {
  private events: unknown[] = [];
  private closing = false;

  constructor(private readonly sink: Sink) {}

  record(event: unknown): void {
    if (this.closing) throw new Error('closed');
    this.events.push(event);
  }

  async close(): Promise<void> {
    this.closing = true;
    await this.sink.write(this.events);
    this.events = [];
  }
}
