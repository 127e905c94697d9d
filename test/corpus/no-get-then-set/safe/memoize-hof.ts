// safe: memoising higher-order function, cache-aside
import { createHash } from 'node:crypto';
import { kv } from '@vercel/kv';

export function memoize<A extends unknown[], R>(name: string, fn: (...args: A) => Promise<R>, ex = 300) {
  return async (...args: A): Promise<R> => {
    const digest = createHash('sha256').update(JSON.stringify(args)).digest('hex');
    const key = `memo:${name}:${digest}`;
    const hit = await kv.get<{ value: R }>(key);
    if (hit) return hit.value;
    const value = await fn(...args);
    await kv.set(key, { value }, { ex });
    return value;
  };
}
