// safe: redis-semaphore Mutex acquired before the read, released in finally after the write
import { Mutex } from 'redis-semaphore';
import Redis from 'ioredis';

const redis = new Redis();

export async function grantXp(player: string, xp: number): Promise<number> {
  const mutex = new Mutex(redis, `player:${player}`, { lockTimeout: 10_000 });
  await mutex.acquire();
  try {
    const state = JSON.parse((await redis.get(`player:${player}`)) ?? '{"xp":0,"level":1}');
    state.xp += xp;
    state.level = 1 + Math.floor(Math.sqrt(state.xp / 100));
    await redis.set(`player:${player}`, JSON.stringify(state));
    return state.level;
  } finally {
    await mutex.release();
  }
}
