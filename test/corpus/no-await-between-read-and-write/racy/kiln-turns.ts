// racy: the kiln is freed and the next one called in: somebody who comes between finds it free, too
export class Kiln {
  private busy = false;
  private readonly queue: (() => void)[] = [];
  private firings = 0;

  constructor(private readonly heater: { fire(number: number): Promise<void> }) {}

  async fire(): Promise<number> {
    await this.comeIn();
    try {
      const number = this.firings + 1;
      await this.heater.fire(number);
      this.firings = number; // RACE
      return number;
    } finally {
      this.goOut();
    }
  }

  private async comeIn(): Promise<void> {
    if (!this.busy) {
      this.busy = true;
      return;
    }
    await new Promise<void>((resolve) => this.queue.push(resolve));
  }

  private goOut(): void {
    this.busy = false;
    const first = this.queue.shift();
    if (first) first();
  }
}
