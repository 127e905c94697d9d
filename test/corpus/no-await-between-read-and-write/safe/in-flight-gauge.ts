// safe: up and down are one step each
export class Gauge {
  inFlight = 0;
  peak = 0;

  async track<T>(work: () => Promise<T>): Promise<T> {
    this.inFlight++;
    this.peak = Math.max(this.peak, this.inFlight);
    try {
      return await work();
    } finally {
      this.inFlight--;
    }
  }
}
