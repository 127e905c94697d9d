import type { Redis } from 'ioredis';

const WINDOW_MS = 60_000;
const LIMIT = 5;

export function smsLimiter(redis: Redis) {
  return {
    async allow(phone: string): Promise<boolean> {
      const bucket = `sms:${phone}:${Math.floor(Date.now() / WINDOW_MS)}`;
      const used = Number.parseInt((await redis.get(bucket)) ?? '0', 10);
      if (used >= LIMIT) {
        return false;
      }
      await redis.psetex(bucket, WINDOW_MS * 2, used + 1); // RACE
      return true;
    },
  };
}
