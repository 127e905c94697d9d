// safe: SETBIT touches one bit, BITCOUNT reads
import { Redis } from 'ioredis';

const redis = new Redis();

/** Marks a player as present on a day of the event; one bit per day. */
export async function markPresent(player: string, day: number): Promise<boolean> {
  if (day < 0 || day > 365) throw new RangeError('no such day');
  const already = await redis.setbit('present:' + player, day, 1);
  return already === 0;
}

export async function daysPresent(player: string): Promise<number> {
  return redis.bitcount('present:' + player);
}
