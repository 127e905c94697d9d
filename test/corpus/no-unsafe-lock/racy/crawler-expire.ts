import Redis from 'ioredis';

export class CrawlGuard {
  constructor(private readonly redis: Redis) {}

  async tryLock(host: string): Promise<boolean> {
    const got = await this.redis.setnx(`crawl:lock:${host}`, '1'); // RACE
    if (got === 1) {
      await this.redis.expire(`crawl:lock:${host}`, 60);
      return true;
    }
    return false;
  }
}
