import { createClient, type RedisClientType } from 'redis';

export class Basket {
  private static readonly TTL = 1800;

  constructor(
    private readonly redis: RedisClientType,
    private readonly basketId: string,
  ) {}

  private get key() {
    return `basket:${this.basketId}`;
  }

  async remove(sku: string): Promise<string[]> {
    const raw = await this.redis.getEx(this.key, { type: 'EX', value: Basket.TTL });
    const skus: string[] = JSON.parse(raw ?? '[]');
    const index = skus.indexOf(sku);
    if (index === -1) return skus;
    skus.splice(index, 1);
    await this.redis.set(this.key, JSON.stringify(skus), { EX: Basket.TTL }); // RACE
    return skus;
  }
}

export const connect = () => createClient().connect();
