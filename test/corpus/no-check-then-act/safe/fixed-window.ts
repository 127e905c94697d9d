// safe: counts first, and looks at the new count
import type { Redis } from 'ioredis';

export class FixedWindowLimiter {
  constructor(
    private readonly redis: Redis,
    private readonly limit = 100,
  ) {}

  async allow(ip: string): Promise<boolean> {
    const used = await this.redis.incr(`rate:${ip}`);
    if (used === 1) await this.redis.expire(`rate:${ip}`, 60);
    return used <= this.limit;
  }
}
