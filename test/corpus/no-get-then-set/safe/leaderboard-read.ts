// safe: only reads
import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL!, { enableReadyCheck: true });

export interface Standing {
  player: string;
  points: number;
  country: string;
}

export async function standings(season: string, size = 10): Promise<Standing[]> {
  const rows = await redis.zrevrange(`season:${season}`, 0, size - 1, 'WITHSCORES');
  const result: Standing[] = [];
  for (let i = 0; i < rows.length; i += 2) {
    const player = rows[i]!;
    const country = (await redis.hget(`player:${player}`, 'country')) ?? '??';
    result.push({ player, points: Number(rows[i + 1]), country });
  }
  return result;
}
