// safe: the recursion counts down
import Redis from 'ioredis';

export class TicketLock {
  constructor(
    private readonly redis: Redis,
    private readonly owner: string,
  ) {}

  async acquire(name: string, retries: number): Promise<boolean> {
    const got = await this.redis.set(`lock:${name}`, this.owner, 'PX', 5000, 'NX');
    if (got) return true;
    if (retries === 0) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return this.acquire(name, retries - 1);
  }
}
