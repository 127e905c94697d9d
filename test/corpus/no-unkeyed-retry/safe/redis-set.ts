// safe: setting a value twice is setting it once
import { Redis } from 'ioredis';

const redis = new Redis();

export async function remember(page: string, html: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await redis.set(`page:${page}`, html);
      await redis.hset('pages', page, '1');
      await redis.sadd('all', page);
      return;
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}
