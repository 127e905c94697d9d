export class TokenBucket {
  private tokens: number;
  private stamp = Date.now();

  constructor(
    private readonly size: number,
    private readonly perSecond: number,
    private readonly audit: (caller: string) => Promise<void>,
  ) {
    this.tokens = size;
  }

  async take(caller: string): Promise<boolean> {
    const now = Date.now();
    this.tokens = Math.min(this.size, this.tokens + ((now - this.stamp) / 1000) * this.perSecond);
    this.stamp = now;
    if (this.tokens < 1) return false;

    await this.audit(caller);
    this.tokens -= 1; // RACE
    return true;
  }
}
