// Safe: the counts are replaced before they are sent, and added back if that fails.
import type { Gateway } from './gateway.js';

export class Metrics {
  private counts = { requests: 0, errors: 0 };

  constructor(private readonly gateway: Gateway) {}

  request(failed: boolean): void {
    this.counts.requests += 1;
    if (failed) this.counts.errors += 1;
  }

  async ship(): Promise<void> {
    const taken = this.counts;
    this.counts = { requests: 0, errors: 0 };
    try {
      await this.gateway.push(taken);
    } catch (error) {
      this.counts.requests += taken.requests;
      this.counts.errors += taken.errors;
      throw error;
    }
  }
}
