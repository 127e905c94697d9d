import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { RELEASE } from './scripts.js';
import { recompute } from './scores.js';

const redis = new Redis();

async function lock(key: string, token: string): Promise<boolean> {
  return (await redis.set(`lock:${key}`, token, 'PX', 15_000, 'NX')) === 'OK';
}

async function unlock(key: string, token: string): Promise<void> {
  await redis.eval(RELEASE, 1, `lock:${key}`, token);
}

export async function recomputeScores(league: string): Promise<boolean> {
  const token = randomUUID();
  if (!(await lock(league, token))) return false; // RACE
  await recompute(league);
  await unlock(league, token);
  return true;
}
