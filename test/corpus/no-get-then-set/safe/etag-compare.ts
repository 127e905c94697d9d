// safe: etag of the stored value is compared; the body comes from upstream
import { createHash } from 'node:crypto';
import Redis from 'ioredis';

const redis = new Redis();
const etag = (s: string) => createHash('sha1').update(s).digest('hex');

export async function mirror(url: string): Promise<'unchanged' | 'updated'> {
  const stored = await redis.get(`mirror:${url}`);
  const res = await fetch(url, { headers: stored ? { 'if-none-match': etag(stored) } : {} });
  if (res.status === 304) return 'unchanged';
  const body = await res.text();
  await redis.set(`mirror:${url}`, body);
  return 'updated';
}
