// safe: the script checks and sets
import Redis from 'ioredis';

const redis = new Redis();
const CLAIM = `if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('SET', KEYS[1], ARGV[1]) return 1`;

export async function claim(key: string, owner: string) {
  if (await redis.exists(key)) return false;
  return (await redis.eval(CLAIM, 1, key, owner)) === 1;
}
