import { Redis } from 'ioredis';

export interface LoginAttempts { count: number; first: number; last: number; ips: string[] }

export class BruteForceGuard {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  async failed(username: string, ip: string): Promise<LoginAttempts> {
    const key = `bf:${username.toLowerCase()}`;
    const now = Date.now();
    const json = await this.#redis.get(key);
    const prev: LoginAttempts = json ? JSON.parse(json) : { count: 0, first: now, last: now, ips: [] };
    const next = {
      ...prev,
      count: prev.count + 1,
      last: now,
      ips: Array.from(new Set([...prev.ips, ip])),
    };
    await this.#redis
      .multi()
      .set(key, JSON.stringify(next)) // RACE
      .expire(key, 900)
      .exec();
    return next;
  }
}
