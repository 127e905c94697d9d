// safe: a cache; what is not found is not kept
import { createClient } from 'redis';

const redis = createClient();

export class Catalog {
  constructor(private readonly db: { find(sku: string): Promise<object | null> }) {}

  async product(sku: string) {
    const hit = await redis.get(`product:${sku}`);
    if (hit !== null) {
      return JSON.parse(hit) as object;
    }
    const product = await this.db.find(sku);
    if (!product) throw new Error('No such product');
    await redis.setEx(`product:${sku}`, 60, JSON.stringify(product));
    return product;
  }
}
