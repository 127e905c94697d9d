// safe: what is popped is looked at before it is used
import Redis from 'ioredis';

const redis = new Redis();
declare function crawl(url: string): Promise<void>;

export async function drain() {
  while ((await redis.llen('frontier')) > 0) {
    const url = await redis.lpop('frontier');
    if (url === null) break;
    await crawl(url);
  }
}
