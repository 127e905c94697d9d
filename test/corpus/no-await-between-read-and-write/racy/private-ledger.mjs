export class Ledger {
  #balance = 0;
  #bank;

  constructor(bank) {
    this.#bank = bank;
  }

  get balance() {
    return this.#balance;
  }

  async deposit(slip) {
    const opening = this.#balance;
    const { amount } = await this.#bank.verify(slip);
    this.#balance = opening + amount; // RACE
    return this.#balance;
  }
}
