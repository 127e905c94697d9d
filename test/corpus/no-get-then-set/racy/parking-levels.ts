import { Redis } from 'ioredis';
import { Redlock } from '@sesamecare-oss/redlock';

const redis = new Redis();
const redlock = new Redlock([redis], { retryCount: 20 });

interface Level {
  free: number;
  plates: string[];
}

export async function enter(level: string, plate: string): Promise<number> {
  const state: Level = JSON.parse((await redis.get(`level:${level}`)) ?? '{"free":0,"plates":[]}');
  if (state.free === 0) throw new Error('level is full');

  const next: Level = { free: state.free - 1, plates: [...state.plates, plate] };

  await redlock.using([`lock:level:${level}`], 3000, async () => {
    await redis.set(`level:${level}`, JSON.stringify(next)); // RACE
  });
  return next.free;
}
