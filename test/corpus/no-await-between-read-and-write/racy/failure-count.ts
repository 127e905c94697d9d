export class Breaker {
  private failures = 0;
  private state: 'open' | 'closed' = 'closed';
  constructor(private readonly threshold: number, private readonly report: (n: number) => Promise<void>) {}
  async fail(): Promise<void> {
    const failures = this.failures + 1;
    await this.report(failures);
    this.failures = failures; // RACE
    if (failures >= this.threshold) this.state = 'open';
  }
}
