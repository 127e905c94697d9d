// Safe: sets, counters and lists of the store take all that is added.
import { Redis } from 'ioredis';
import { crawl } from './crawl.js';

const redis = new Redis();

export async function crawlAll(job: string, urls: string[]): Promise<void> {
  await Promise.allSettled(
    urls.map(async (url) => {
      const links = await crawl(url);
      await redis.sadd(`job:${job}:links`, ...links);
      await redis.rpush(`job:${job}:done`, url);
      await redis.hincrby(`job:${job}`, 'pages', 1);
      await redis.hset(`job:${job}:sizes`, url, links.length);
    }),
  );
}
