// SAFE: the task that is retried loads the basket itself.
import { Repository } from 'typeorm';
import { Basket } from './basket.entity.js';

type Task<T> = (attempt: number) => Promise<T>;

async function insist<T>(task: Task<T>, times = 5, pause = 25): Promise<T> {
  let last: unknown;
  for (let attempt = 1; attempt <= times; attempt++) {
    try {
      return await task(attempt);
    } catch (error) {
      last = error;
      await new Promise((resolve) => setTimeout(resolve, pause * attempt));
    }
  }
  throw last;
}

export class BasketService {
  constructor(private readonly baskets: Repository<Basket>) {}

  async put(id: number, sku: string) {
    return insist(async () => {
      const basket = await this.baskets.findOneByOrFail({ id });
      const lines = basket.lines.concat({ sku, quantity: 1 });
      const { affected } = await this.baskets.update({ id, version: basket.version }, { lines });
      if (!affected) throw new Error('basket was changed by another request');
    });
  }
}
