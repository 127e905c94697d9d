// SAFE: only a holder lets go, and by a script that compares its token.
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';

const redis = new Redis();
const SCRIPT = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

export async function digest(user: string, send: () => Promise<void>): Promise<void> {
  const lock = `digest:lock:${user}`;
  const token = randomUUID();
  let isMine = false;
  try {
    isMine = (await redis.set(lock, token, 'EX', 120, 'NX')) === 'OK';
    if (!isMine) return;
    await send();
  } finally {
    if (isMine) await redis.eval(SCRIPT, 1, lock, token);
  }
}
