import type { Redis } from 'ioredis';

export class FixedWindowLimiter {
  constructor(
    private readonly redis: Redis,
    private readonly limit = 100,
  ) {}

  async allow(ip: string): Promise<boolean> {
    const key = `rate:${ip}`;
    const used = Number((await this.redis.get(key)) ?? 0);
    if (used >= this.limit) {
      return false;
    }
    await this.redis
      .multi()
      .incr(key) // RACE
      .expire(key, 60)
      .exec();
    return true;
  }
}
