import type { Sink } from './sink.js';

export class Recorder {
  private events: unknown[] = [];
  private bytes = 0;

  constructor(private readonly sink: Sink) {}

  record(event: unknown): void {
    this.events.push(event);
    this.bytes += JSON.stringify(event).length;
    if (this.bytes > 64_000) void this.flush();
  }

  async flush(): Promise<void> {
    await this.sink.write(this.events);
    this.reset(); // RACE
  }

  private reset(): void {
    this.events = [];
    this.bytes = 0;
  }
}
