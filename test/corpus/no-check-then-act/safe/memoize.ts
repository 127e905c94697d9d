// safe: a generic memoiser
import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

export function memoize<T>(name: string, ttl: number, fn: (arg: string) => Promise<T>) {
  return async (arg: string): Promise<T> => {
    const key = `memo:${name}:${arg}`;
    let value = await redis.get<T>(key);
    if (value === null) {
      value = await fn(arg);
      await redis.set(key, value, { ex: ttl });
    }
    return value;
  };
}
