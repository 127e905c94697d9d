import type { Channel } from './channel.js';

export class Journal {
  private readonly entries: string[] = [];
  private sent = 0;

  constructor(private readonly channel: Channel) {}

  add(entry: string): void {
    this.entries.push(entry);
  }

  async ship(): Promise<void> {
    if (this.sent === this.entries.length) return;
    await this.channel.sendBatch(this.entries.slice(this.sent));
    this.sent = this.entries.length; // RACE
  }
}
