class Purse {
  private coins = 0;

  getCoins(): number {
    return this.coins;
  }

  setCoins(coins: number): void {
    this.coins = coins; // RACE
  }

  async collect(find: () => Promise<number>): Promise<void> {
    const had = this.getCoins();
    const found = await find();
    this.setCoins(had + found); // RACE
  }
}

export const purse = new Purse();
