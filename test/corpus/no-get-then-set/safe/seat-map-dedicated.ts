// safe: WATCH on a connection of its own, a lost EXEC is retried with a fresh read
import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL!);

type SeatMap = Record<string, { holder: string | null; row: number }>;

export async function reserveSeat(showId: string, seat: string, holder: string): Promise<boolean> {
  const key = `show:${showId}:seats`;
  const own = redis.duplicate();
  try {
    for (let attempt = 0; attempt < 10; attempt++) {
      await own.watch(key);
      const seats: SeatMap = JSON.parse((await own.get(key)) ?? '{}');
      const wanted = seats[seat];
      if (!wanted || wanted.holder !== null) {
        await own.unwatch();
        return false;
      }
      wanted.holder = holder;
      const done = await own.multi().set(key, JSON.stringify(seats)).exec();
      if (done !== null) return true;
      await new Promise((r) => setTimeout(r, 5 * 2 ** attempt));
    }
    throw new Error('seat map is too busy');
  } finally {
    own.disconnect();
  }
}
