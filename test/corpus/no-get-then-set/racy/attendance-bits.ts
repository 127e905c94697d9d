import { Redis } from 'ioredis';

const redis = new Redis();

/** Marks a player as present on a day of the event; one bit per day. */
export async function markPresent(player: string, day: number): Promise<number> {
  const bits = (await redis.getBuffer('present:' + player)) ?? Buffer.alloc(4);
  const mask = 1 << day % 8;
  bits[day >> 3] = (bits[day >> 3] ?? 0) | mask;
  await redis.set('present:' + player, bits); // RACE

  let days = 0;
  for (const byte of bits) {
    for (let b = byte; b > 0; b >>= 1) days += b & 1;
  }
  return days;
}
