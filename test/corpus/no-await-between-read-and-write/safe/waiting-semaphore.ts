// safe: the loop checks again after each wait, and counts with no suspension after the check
export class Slots {
  private used = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly max: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    while (this.used >= this.max) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.used++;
    try {
      return await work();
    } finally {
      this.used--;
      this.waiting.shift()?.();
    }
  }
}
