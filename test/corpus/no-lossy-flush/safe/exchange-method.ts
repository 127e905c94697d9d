// Safe: a method takes the events and leaves an empty list, before the wait.
import type { Sink } from './sink.js';

export class Recorder {
  private events: unknown[] = [];

  constructor(private readonly sink: Sink) {}

  record(event: unknown): void {
    this.events.push(event);
  }

  async flush(): Promise<void> {
    await this.sink.write(this.take());
  }

  private take(): unknown[] {
    const taken = this.events;
    this.events = [];
    return taken;
  }
}
