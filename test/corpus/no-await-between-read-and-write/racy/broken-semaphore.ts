export class Slots {
  private used = 0;
  private waiting: (() => void)[] = [];

  constructor(private readonly max: number, private readonly warmUp: () => Promise<void>) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.used >= this.max) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    await this.warmUp();
    this.used++; // RACE
    try {
      return await work();
    } finally {
      this.used--;
      this.waiting.shift()?.();
    }
  }
}
