import Redlock from 'redlock';
import { redis } from './redis.js';
import { db } from './db.js';

const redlock = new Redlock([redis]);

export async function confirm(bookingId: string): Promise<string> {
  const lock = await redlock.acquire([`booking:${bookingId}`], 10_000); // RACE
  const booking = await db.bookings.findById(bookingId);
  if (booking.status !== 'pending') {
    return 'already handled';
  }
  await db.bookings.update(bookingId, { status: 'confirmed' });
  await lock.release();
  return 'confirmed';
}
