// safe: the target is read when the timer fires
export class Thermostat {
  target = 20;
  private pending = 0;

  constructor(private readonly display: (t: number) => void) {}

  nudge(by: number, afterMs: number): void {
    this.pending++;
    setTimeout(() => {
      this.pending--;
      this.target = this.target + by;
      this.display(this.target);
    }, afterMs);
  }
}
