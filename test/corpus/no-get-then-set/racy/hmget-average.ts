import { Redis } from 'ioredis';

const redis = new Redis();

export async function rate(movieId: string, stars: 1 | 2 | 3 | 4 | 5) {
  const [avg, votes] = await redis.hmget(`movie:${movieId}`, 'avg', 'votes');
  const n = Number(votes ?? 0);
  const mean = Number(avg ?? 0);
  await redis.hset(`movie:${movieId}`, { // RACE
    avg: ((mean * n + stars) / (n + 1)).toFixed(2),
    votes: n + 1,
  });
}
