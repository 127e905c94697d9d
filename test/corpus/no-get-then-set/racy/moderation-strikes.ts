import type { Context } from 'hono';
import { Redis } from 'ioredis';

type Env = { Variables: { redis: Redis; moderator: string } };

type StrikeRecord = { strikes: number; reasons: Array<[moderator: string, reason: string]>; bannedUntil?: number };

export async function strike(c: Context<Env>) {
  const redis: Redis = c.get('redis');
  const user = c.req.param('user');
  const { reason } = await c.req.json<{ reason: string }>();

  const stored = await redis.hget('strikes', user!);
  const record: StrikeRecord = stored ? JSON.parse(stored) : { strikes: 0, reasons: [] };

  record.strikes += 1;
  record.reasons = [...record.reasons, [c.get('moderator'), reason]];
  if (record.strikes >= 3) {
    record.bannedUntil = Date.now() + 7 * 24 * 3600 * 1000;
  }

  await redis.hset('strikes', user!, JSON.stringify(record)); // RACE
  return c.json({ strikes: record.strikes, banned: record.bannedUntil !== undefined });
}
