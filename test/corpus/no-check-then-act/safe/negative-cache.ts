// safe: a cache that also keeps that there is nothing
import Redis from 'ioredis';

const redis = new Redis();
declare function lookup(host: string): Promise<string | null>;

export async function resolve(host: string): Promise<string | null> {
  const known = await redis.get(`dns:${host}`);
  if (known !== null) return known === '' ? null : known;
  const address = await lookup(host);
  await redis.set(`dns:${host}`, address ?? '', 'EX', 60);
  return address;
}
