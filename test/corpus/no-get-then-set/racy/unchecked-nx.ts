import { randomUUID } from 'node:crypto';
import Redis from 'ioredis';

const redis = new Redis();
const RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

export async function addPoints(team: string, points: number) {
  const lockKey = `lock:${team}`;
  // result is ignored, everybody goes on
  const token = randomUUID();
  await redis.set(lockKey, token, 'EX', 5, 'NX');
  const total = Number(await redis.get(`team:${team}`)) + points;
  await redis.set(`team:${team}`, total); // RACE
  await redis.eval(RELEASE, 1, lockKey, token);
  return total;
}
