// safe: read-through cache as a wrapper around any loader
import { Redis } from 'ioredis';

type Loader<A extends readonly unknown[], R> = (...args: A) => Promise<R>;

export const cached =
  (redis: Redis, ttlSeconds: number) =>
  <A extends readonly unknown[], R>(name: string, loader: Loader<A, R>): Loader<A, R> =>
  async (...args) => {
    const key = `${name}(${JSON.stringify(args)})`;

    const found = await redis.get(key);
    if (found !== null) {
      return JSON.parse(found) as R;
    }

    const value = await loader(...args);
    await redis.setex(key, ttlSeconds, JSON.stringify(value));
    return value;
  };
