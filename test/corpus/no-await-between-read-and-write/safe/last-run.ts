// safe: the fields are written with values that do not come from the old ones
export class Heartbeat {
  lastRun = 0;
  lastError: unknown = null;

  constructor(private readonly beat: () => Promise<void>) {
    setInterval(() => void this.run(), 5000);
  }

  private async run() {
    try {
      await this.beat();
      this.lastRun = Date.now();
      this.lastError = null;
    } catch (error) {
      this.lastError = error;
    }
  }

  get stale() {
    return Date.now() - this.lastRun > 15000;
  }
}
