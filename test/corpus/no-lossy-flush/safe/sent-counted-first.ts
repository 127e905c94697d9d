// Safe: how much was sent is counted before the wait.
import type { Channel } from './channel.js';

export class Journal {
  private readonly entries: string[] = [];
  private sent = 0;

  constructor(private readonly channel: Channel) {}

  add(entry: string): void {
    this.entries.push(entry);
  }

  async ship(): Promise<void> {
    const end = this.entries.length;
    if (this.sent === end) return;
    await this.channel.sendBatch(this.entries.slice(this.sent, end));
    this.sent = end;
  }
}
