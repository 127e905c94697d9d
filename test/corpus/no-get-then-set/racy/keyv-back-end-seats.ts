import { createKeyv } from '@keyv/redis';

const seats = createKeyv('redis://localhost:6379', { namespace: 'seats' });

export async function sell(show: string, seat: string): Promise<void> {
  const sold = (await seats.get<string[]>(show)) ?? [];
  if (sold.includes(seat)) throw new Error('That seat is gone');
  await seats.set(show, [...sold, seat]); // RACE
}
