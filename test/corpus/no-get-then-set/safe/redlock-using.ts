// safe: redlock.using spans read and write
import Redis from 'ioredis';
import Redlock from 'redlock';

const redis = new Redis();
const redlock = new Redlock([redis], { retryCount: 20, retryDelay: 100 });

interface Seat { row: string; number: number; by: string }

export async function book(showId: string, seat: Seat): Promise<boolean> {
  return redlock.using([`lock:show:${showId}`], 5000, async (signal) => {
    const seats: Seat[] = JSON.parse((await redis.get(`show:${showId}`)) ?? '[]');
    if (seats.some((s) => s.row === seat.row && s.number === seat.number)) return false;
    if (signal.aborted) throw signal.error;
    await redis.set(`show:${showId}`, JSON.stringify([...seats, seat]));
    return true;
  });
}
