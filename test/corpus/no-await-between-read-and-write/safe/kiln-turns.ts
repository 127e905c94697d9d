// safe: who leaves calls the next one in, and the kiln stays taken; only the last one frees it
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
      this.firings = number;
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
    const first = this.queue.shift();
    if (first === undefined) this.busy = false;
    else first();
  }
}
