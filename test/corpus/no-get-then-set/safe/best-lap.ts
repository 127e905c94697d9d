// safe: ZADD LT keeps the lower time by itself
import { Redis } from 'ioredis';

const redis = new Redis();

export async function finishLap(track: string, driver: string, ms: number) {
  const before = await redis.zscore(`laps:${track}`, driver);
  const changed = await redis.zadd(`laps:${track}`, 'LT', 'CH', ms, driver);
  return {
    personalBest: Number(changed) === 1,
    message: before ? `previous best ${(Number(before) / 1000).toFixed(3)} s` : 'first lap',
  };
}

export const podium = (track: string) => redis.zrange(`laps:${track}`, 0, 2, 'WITHSCORES');
