// safe: removes what is old; nothing is done with it
import Redis from 'ioredis';

const redis = new Redis();

export async function prune(key: string, before: number) {
  const old = await redis.zrangebyscore(key, 0, before);
  if (old.length === 0) return;
  console.log(`pruning ${old.length} entries`);
  await redis.zrem(key, ...old);
}
