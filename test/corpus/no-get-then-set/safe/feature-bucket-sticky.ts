// safe: sticky assignment by SET NX GET; value is a hash of the arguments
import { createHash } from 'node:crypto';
import Redis from 'ioredis';

const redis = new Redis();

export async function bucketOf(experiment: string, user: string, buckets: string[]): Promise<string> {
  const n = createHash('md5').update(experiment + user).digest().readUInt32BE(0);
  const chosen = buckets[n % buckets.length]!;
  const existing = await redis.set(`exp:${experiment}:${user}`, chosen, 'NX', 'GET');
  return existing ?? chosen;
}
