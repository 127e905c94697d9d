// safe: the first writer decides a default; nobody waits, nobody deletes
import { createClient } from 'redis';

const client = createClient();

export async function installationId(candidate: string): Promise<string> {
  await client.setNX('installation:id', candidate);
  return (await client.get('installation:id')) ?? candidate;
}
