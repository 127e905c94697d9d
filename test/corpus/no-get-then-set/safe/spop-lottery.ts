// safe: SPOP takes atomically, the winner goes to another key
import { createClient } from 'redis';

const client = createClient();

export async function draw(raffle: string): Promise<string | null> {
  const entrants = await client.sCard(`raffle:${raffle}`);
  if (entrants === 0) return null;
  const winner = (await client.sPop(`raffle:${raffle}`)) as unknown as string | null;
  if (winner) await client.set(`raffle:${raffle}:winner`, winner, { NX: true });
  return winner;
}
