// safe: warms a cache with what is computed; twice does no harm
import Redis from 'ioredis';

const redis = new Redis();
declare function embed(text: string): Promise<number[]>;

export async function warm(text: string): Promise<void> {
  if (await redis.exists(`embedding:${text}`)) return;
  const vector = await embed(text);
  await redis.set(`embedding:${text}`, JSON.stringify(vector));
}
