import Redis from 'ioredis';

const redis = new Redis();

export async function addPoints(team: string, points: number) {
  const lockKey = `lock:${team}`;
  // result is ignored, everybody goes on
  await redis.set(lockKey, '1', 'EX', 5, 'NX'); // RACE no-unsafe-lock
  const total = Number(await redis.get(`team:${team}`)) + points;
  await redis.set(`team:${team}`, total); // RACE
  await redis.del(lockKey); // RACE no-unsafe-lock
  return total;
}
