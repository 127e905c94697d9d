export class Thermostat {
  target = 20;

  constructor(private readonly display: (t: number) => void) {}

  nudge(by: number, afterMs: number): void {
    const from = this.target;
    setTimeout(() => {
      this.target = from + by; // RACE
      this.display(this.target);
    }, afterMs);
  }
}
