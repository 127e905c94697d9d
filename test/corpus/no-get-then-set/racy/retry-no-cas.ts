import pRetry from 'p-retry';
import { createClient } from 'redis';

const redis = createClient({ socket: { reconnectStrategy: (n) => Math.min(n * 50, 2000) } });
const ready = redis.connect();

interface Reservation { seats: Record<string, string> }

export async function reserveSeat(showId: string, seat: string, customer: string): Promise<boolean> {
  await ready;
  return pRetry(
    async () => {
      const doc = await redis.get(`show:${showId}`);
      if (!doc) throw new Error('show not loaded');
      const show = JSON.parse(doc) as Reservation;
      if (show.seats[seat]) return false;
      show.seats[seat] = customer;
      await redis.set(`show:${showId}`, JSON.stringify(show)); // RACE
      return true;
    },
    { retries: 3, minTimeout: 50 },
  );
}
