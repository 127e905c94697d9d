export class HighWater {
  count = 0;

  constructor(private readonly probe: () => Promise<number>) {}

  async sample(): Promise<number> {
    this.count = Math.max(this.count, await this.probe()); // RACE
    return this.count;
  }

  reset(): void {
    this.count = 0;
  }
}
