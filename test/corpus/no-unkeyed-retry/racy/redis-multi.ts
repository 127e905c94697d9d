import { Redis } from 'ioredis';
import pRetry from 'p-retry';

const redis = new Redis();

export async function record(user: string, score: number) {
  await pRetry(() => redis.multi().zincrby('scores', score, user).incr('games').exec(), { retries: 3 }); // RACE
}
