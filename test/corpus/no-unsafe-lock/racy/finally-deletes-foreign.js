import Redis from 'ioredis';
import { render } from './pdf.js';

const redis = new Redis();

export async function renderOnce(id) {
  const lock = `pdf:${id}:lock`;
  try {
    const got = await redis.set(lock, '1', 'EX', 60, 'NX');
    if (!got) return 'busy';
    return await render(id);
  } finally {
    await redis.del(lock); // RACE
  }
}
