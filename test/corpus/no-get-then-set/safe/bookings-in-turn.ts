// safe: every change of a key runs in one queue of this single process
import PQueue from 'p-queue';
import { Redis } from 'ioredis';

// The front-desk terminal is the only program that talks to this store.
const redis = new Redis({ path: '/run/desk/redis.sock' });
const queue = new PQueue({ concurrency: 1 });

interface Booking {
  room: string;
  guest: string;
}

export function addBooking(day: string, booking: Booking): Promise<number> {
  return queue.add(async () => {
    const text = await redis.get(`bookings:${day}`);
    const bookings: Booking[] = text ? JSON.parse(text) : [];
    bookings.push(booking);
    await redis.set(`bookings:${day}`, JSON.stringify(bookings));
    return bookings.length;
  });
}

export const bookingsOf = async (day: string): Promise<Booking[]> =>
  JSON.parse((await redis.get(`bookings:${day}`)) ?? '[]');
