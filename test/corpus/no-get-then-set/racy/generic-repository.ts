import type { Redis } from 'ioredis';

export interface Entity { id: string; updatedAt?: string }

export class RedisRepository<T extends Entity> {
  constructor(
    protected readonly redis: Redis,
    protected readonly prefix: string,
  ) {}

  protected key(id: string): string {
    return `${this.prefix}:${id}`;
  }

  async find(id: string): Promise<T | null> {
    const raw = await this.redis.get(this.key(id));
    return raw ? (JSON.parse(raw) as T) : null;
  }

  async save(entity: T): Promise<T> {
    await this.redis.set(this.key(entity.id), JSON.stringify(entity)); 
    return entity;
  }

  async patch(id: string, changes: Partial<T>): Promise<T> {
    const raw = await this.redis.get(this.key(id));
    if (!raw) throw new Error(`${this.prefix} ${id} not found`);
    const merged: T = { ...(JSON.parse(raw) as T), ...changes, updatedAt: new Date().toISOString() };
    await this.redis.set(this.key(id), JSON.stringify(merged)); // RACE
    return merged;
  }
}
