// safe: the amount is taken in the step that checks it, and given back in one step on failure
export class Wallet {
  constructor(private balance: number, private readonly pay: (cents: number) => Promise<void>) {}

  async spend(cents: number): Promise<boolean> {
    if (this.balance < cents) return false;
    this.balance -= cents;
    try {
      await this.pay(cents);
      return true;
    } catch {
      this.balance += cents;
      return false;
    }
  }
}
