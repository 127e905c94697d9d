import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';

/** A lock that several workers share. */
export class DistributedLock {
  private token: string | null = null;

  constructor(
    private readonly redis: Redis,
    private readonly key: string,
  ) {}

  async lock(): Promise<boolean> {
    const token = randomBytes(16).toString('hex');
    const reply = await this.redis.set(`lock:${this.key}`, token, 'EX', 10, 'NX');
    this.token = reply === 'OK' ? token : null;
    return this.token !== null;
  }

  async unlock(): Promise<void> {
    if (!this.token) return;
    const current = await this.redis.get(`lock:${this.key}`);
    if (current === this.token) {
      await this.redis.del(`lock:${this.key}`); // RACE
    }
    this.token = null;
  }
}
