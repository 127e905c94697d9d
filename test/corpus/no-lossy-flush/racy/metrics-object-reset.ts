import type { Gateway } from './gateway.js';

export class Metrics {
  private counts = { requests: 0, errors: 0, bytes: 0 };

  constructor(private readonly gateway: Gateway) {
    setInterval(() => this.ship().catch(console.error), 10_000);
  }

  request(bytes: number, failed: boolean): void {
    this.counts.requests += 1;
    this.counts.bytes += bytes;
    if (failed) this.counts.errors += 1;
  }

  async ship(): Promise<void> {
    await this.gateway.push({ ...this.counts, at: Date.now() });
    this.counts = { requests: 0, errors: 0, bytes: 0 }; // RACE
  }
}
