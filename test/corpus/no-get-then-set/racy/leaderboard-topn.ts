import { Redis } from '@upstash/redis';

const redis = new Redis({
  url: process.env.UPSTASH_REDIS_REST_URL!,
  token: process.env.UPSTASH_REDIS_REST_TOKEN!,
});

export type Score = { player: string; points: number; at: number };

const BOARD = 'leaderboard:weekly';
const SIZE = 10;

export async function submitScore(player: string, points: number): Promise<Score[]> {
  const board = (await redis.get<Score[]>(BOARD)) ?? [];
  const top = [...board, { player, points, at: Date.now() }]
    .sort((a, b) => b.points - a.points || a.at - b.at)
    .slice(0, SIZE);
  await redis.set(BOARD, top); // RACE
  return top;
}
