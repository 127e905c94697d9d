import Redis from 'ioredis';

export class TicketLock {
  constructor(
    private readonly redis: Redis,
    private readonly owner: string,
  ) {}

  async acquire(name: string): Promise<void> {
    const got = await this.redis.set(`lock:${name}`, this.owner, 'PX', 5000, 'NX'); // RACE
    if (got) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return this.acquire(name);
  }
}
