// safe: HSETNX keeps the first value
import { createClient } from 'redis';

const client = createClient();

export async function firstReferrer(user: string, referrer: string) {
  const won = await client.hSetNX(`attribution:${user}`, 'first', referrer);
  await client.hSet(`attribution:${user}`, 'last', referrer);
  return Boolean(won);
}
