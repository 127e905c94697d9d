// safe: the buffer is swapped before the await, and put back on failure
export class EventLog {
  private buffer: string[] = [];

  constructor(private readonly send: (lines: string[]) => Promise<void>) {}

  log(line: string): void {
    this.buffer.push(line);
  }

  async flush(): Promise<void> {
    if (this.buffer.length === 0) return;
    const batch = this.buffer;
    this.buffer = [];
    try {
      await this.send(batch);
    } catch {
      this.buffer = [...batch, ...this.buffer];
    }
  }
}
