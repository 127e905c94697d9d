// safe: cache-aside; the written value comes from the loader
import type { RedisClientType } from 'redis';

export class Cache {
  constructor(private readonly client: RedisClientType, private readonly prefix = 'cache:') {}

  async getOrSet<T>(key: string, ttl: number, loader: () => Promise<T>): Promise<T> {
    const hit = await this.client.get(this.prefix + key);
    if (hit !== null) return JSON.parse(hit) as T;
    const value = await loader();
    await this.client.set(this.prefix + key, JSON.stringify(value), { EX: ttl });
    return value;
  }
}

export const productById = (cache: Cache, db: { find(id: string): Promise<{ id: string }> }) => (id: string) =>
  cache.getOrSet(`product:${id}`, 300, () => db.find(id));
