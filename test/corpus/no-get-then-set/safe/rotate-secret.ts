// safe: GETSET swaps in one step
import Redis from 'ioredis';
import { randomBytes } from 'node:crypto';

const redis = new Redis();

/** Gives the webhook a new secret and returns the one that was valid until now. */
export async function rotateSecret(webhook: string): Promise<{ old: string | null; fresh: string }> {
  const fresh = randomBytes(32).toString('base64url');
  const old = await redis.getset(`webhook:${webhook}:secret`, fresh);
  if (old !== null) {
    await redis.publish('webhook:rotated', webhook);
  }
  return { old, fresh };
}
