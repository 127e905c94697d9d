// safe: INCR and EXPIRE in a transaction
import Redis from 'ioredis';

const WINDOW_SEC = 300;

export class LoginLimiter {
  readonly #redis: Redis;
  readonly #limit: number;

  constructor(redis: Redis, limit = 10) {
    this.#redis = redis;
    this.#limit = limit;
  }

  async hit(address: string): Promise<{ allowed: boolean; left: number }> {
    const key = `login:${address}`;
    const replies = await this.#redis.multi().incr(key).expire(key, WINDOW_SEC, 'NX').exec();
    const used = Number(replies?.[0]?.[1] ?? 0);
    return { allowed: used <= this.#limit, left: Math.max(0, this.#limit - used) };
  }

  async reset(address: string): Promise<void> {
    await this.#redis.del(`login:${address}`);
  }
}
