// safe: ZADD GT keeps the maximum on the server
import Redis from 'ioredis';

const redis = new Redis();

export async function submit(board: string, player: string, score: number) {
  const previous = await redis.zscore(`board:${board}`, player);
  await redis.zadd(`board:${board}`, 'GT', score, player);
  const rank = await redis.zrevrank(`board:${board}`, player);
  return { improved: previous === null || Number(previous) < score, rank };
}
