// safe: a slot is handed over by the one who leaves
export class Gate {
  private used = 0;
  private readonly waiting: (() => void)[] = [];
  constructor(private readonly max: number) {}
  private async enter(): Promise<void> {
    if (this.used < this.max) { this.used++; return; }
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next(); else this.used--;
  }
  async run<T>(task: () => Promise<T>): Promise<T> {
    await this.enter();
    try { return await task(); } finally { this.leave(); }
  }
}
