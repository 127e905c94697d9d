import { createClient } from 'redis';

const client = createClient({ url: process.env.VOTES_URL });
await client.connect();

interface Tally {
  [option: string]: number;
}

export async function castVote(ballotId: string, voterId: string, option: string): Promise<void> {
  const key = `ballot:${ballotId}`;
  const raw = await client.get(key);
  if (raw === null) throw new Error('ballot is closed');

  const tally: Tally = JSON.parse(raw);
  if (!(option in tally)) throw new Error(`unknown option ${option}`);
  tally[option] = (tally[option] ?? 0) + 1;

  await client.multi().sAdd(`${key}:voters`, voterId).set(key, JSON.stringify(tally)).exec(); // RACE
}
