import type * as nodeFs from 'node:fs/promises';

export class Wallet {
  constructor(
    private readonly fs: typeof nodeFs,
    private readonly file: string,
  ) {}

  async spend(amount: number): Promise<number> {
    const { balance } = JSON.parse(await this.fs.readFile(this.file, 'utf8')) as { balance: number };
    if (balance < amount) throw new Error('insufficient funds');
    await this.fs.writeFile(this.file, JSON.stringify({ balance: balance - amount })); // RACE
    return balance - amount;
  }
}
