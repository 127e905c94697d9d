import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL!);

type SeatMap = Record<string, { holder: string | null; row: number }>;

export async function reserveSeat(showId: string, seat: string, holder: string): Promise<boolean> {
  const key = `show:${showId}:seats`;
  for (let attempt = 0; attempt < 3; attempt++) {
    await redis.watch(key);
    const seats: SeatMap = JSON.parse((await redis.get(key)) ?? '{}');
    const wanted = seats[seat];
    if (!wanted || wanted.holder !== null) {
      await redis.unwatch();
      return false;
    }
    wanted.holder = holder;
    const done = await redis.multi().set(key, JSON.stringify(seats)).exec(); // RACE
    if (done !== null) return true;
  }
  throw new Error('seat map is too busy');
}
