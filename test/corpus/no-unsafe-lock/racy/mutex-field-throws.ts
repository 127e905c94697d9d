import { Mutex } from 'async-mutex';

export class Inventory {
  private readonly gate = new Mutex();
  private readonly items = new Map<string, number>();

  constructor(private readonly prices: { lookUp(sku: string): Promise<number> }) {}

  async take(sku: string, count: number): Promise<number> {
    await this.gate.acquire(); // RACE
    const left = (this.items.get(sku) ?? 0) - count;
    if (left < 0) throw new RangeError(`only ${left + count} of ${sku}`);
    const price = await this.prices.lookUp(sku);
    this.items.set(sku, left);
    this.gate.release();
    return price * count;
  }
}
