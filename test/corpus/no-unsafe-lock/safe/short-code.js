// safe: a loop that looks for a free code, not for a lock
import Redis from 'ioredis';
import { nanoid } from 'nanoid';

const redis = new Redis();

export async function shorten(url) {
  let code;
  do {
    code = nanoid(6);
  } while ((await redis.set(`short:${code}`, url, 'NX')) !== 'OK');
  return code;
}
