// SAFE: the error has a code, and says when to come again.
import { nanoid } from 'nanoid';
import { Redis } from 'ioredis';

const redis = new Redis(process.env.REDIS_URL!);
const FREE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

export async function withTicketLock<T>(ticket: string, work: () => Promise<T>): Promise<T> {
  const owner = nanoid();
  const reply = await redis.set(`ticket-lock:${ticket}`, owner, 'EX', 30, 'NX');
  if (reply !== 'OK') {
    const retryAfterMs = await redis.pttl(`ticket-lock:${ticket}`);
    throw Object.assign(new Error(`Ticket ${ticket} is locked`), { code: 'LOCK_HELD', retryAfterMs });
  }
  try {
    return await work();
  } finally {
    await redis.eval(FREE, 1, `ticket-lock:${ticket}`, owner);
  }
}
