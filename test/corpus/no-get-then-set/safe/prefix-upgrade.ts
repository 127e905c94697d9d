// safe: reads v1 records and writes them under v2 keys
import Redis from 'ioredis';

const V1 = 'profile:v1:';
const V2 = 'profile:v2:';

export async function upgrade(redis: Redis, userId: string) {
  const old = await redis.get(V1 + userId);
  if (!old) return null;
  const { first, last, ...rest } = JSON.parse(old);
  const upgraded = { ...rest, name: `${first} ${last}` };
  await redis.set(V2 + userId, JSON.stringify(upgraded));
  return upgraded;
}
