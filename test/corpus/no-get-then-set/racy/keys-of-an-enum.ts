import { createClient } from 'redis';

export enum Tally {
  Sent = 'tally:sent',
  Failed = 'tally:failed',
}

const client = createClient();

export async function countSent(): Promise<void> {
  const sent = Number(await client.get(Tally.Sent));
  await client.set(Tally.Sent, String(sent + 1)); // RACE
}
