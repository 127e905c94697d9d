// safe: the key is random and used by this call only
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';

/** Measures a few commands against the server with a throw-away key. */
export async function roundTrip(redis: Redis): Promise<{ ok: boolean; ms: number }> {
  const key = `probe:${randomUUID()}`;
  const started = performance.now();
  await redis.set(key, '1', 'EX', 10);
  const seen = Number(await redis.get(key));
  await redis.set(key, String(seen + 1), 'EX', 10);
  const after = await redis.get(key);
  await redis.del(key);
  return { ok: after === '2', ms: performance.now() - started };
}
