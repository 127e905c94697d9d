// safe: the version read is only a part of another key
import Redis from 'ioredis';

const redis = new Redis();

export async function listProducts(category: string, load: () => Promise<unknown[]>) {
  const version = (await redis.get(`ver:${category}`)) ?? '0';
  const key = `products:${category}:v${version}`;
  const hit = await redis.get(key);
  if (hit) return JSON.parse(hit);
  const rows = await load();
  await redis.setex(key, 600, JSON.stringify(rows));
  return rows;
}

export async function invalidate(category: string) {
  await redis.incr(`ver:${category}`);
}
