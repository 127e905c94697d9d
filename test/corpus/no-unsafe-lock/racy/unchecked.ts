import { Redis } from 'ioredis';
import { deliver } from './mail.js';
import { RELEASE } from './scripts.js';

const redis = new Redis();

export async function deliverOnce(id: string, token: string): Promise<void> {
  await redis.set(`lock:mail:${id}`, token, 'EX', 30, 'NX'); // RACE
  try {
    await deliver(id);
  } finally {
    await redis.eval(RELEASE, 1, `lock:mail:${id}`, token);
  }
}
