import Redis from 'ioredis';

export class DedupeCache {
  constructor(
    private readonly redis: Redis,
    private readonly size = 500,
  ) {}

  /** Returns true when the id was new. */
  async add(stream: string, id: string): Promise<boolean> {
    const seen = JSON.parse((await this.redis.get(`seen:${stream}`)) ?? '[]') as string[];
    if (seen.includes(id)) return false;
    const next = [id, ...seen];
    next.length = Math.min(next.length, this.size);
    await this.redis.set(`seen:${stream}`, JSON.stringify(next)); // RACE
    return true;
  }
}
