// safe: what is read under one key of the enum is written under another
import { createClient } from 'redis';

enum Tally {
  Sent = 'tally:sent',
  Reported = 'tally:reported',
}

const client = createClient();

export async function report(): Promise<void> {
  const sent = Number(await client.get(Tally.Sent));
  await client.set(Tally.Reported, String(sent));
}
