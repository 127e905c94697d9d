/** How often the server may die before it stays down: a server that dies at each start would do so for ever. */

const BUDGET = { deaths: 4, within: 180_000 };

export class CrashGuard {
  private deaths: number[] = [];

  constructor(private readonly now: () => number = Date.now) {}

  /** Notes a death; whether the server may be started again. */
  mayRestart(): boolean {
    const now = this.now();
    this.deaths = [...this.deaths.filter((time) => now - time < BUDGET.within), now];
    return this.deaths.length < BUDGET.deaths;
  }

  /** Somebody has started it again by hand: what was does not count. */
  forgive(): void {
    this.deaths = [];
  }
}
