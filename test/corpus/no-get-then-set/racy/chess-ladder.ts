import Redis from 'ioredis';

const redis = new Redis();
const K = 24;

export async function settle(winner: string, expected: number): Promise<number> {
  const score = await redis.zscore('ladder', winner);
  const rating = score === null ? 1200 : parseFloat(score);
  const next = Math.round(rating + K * (1 - expected));
  await redis.zadd('ladder', next, winner); // RACE
  return next;
}

/** Forgets a player who left the club. */
export async function resign(player: string): Promise<void> {
  await redis.zrem('ladder', player);
}

export const top = (n: number) => redis.zrevrange('ladder', 0, n - 1, 'WITHSCORES');
