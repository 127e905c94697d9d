// safe: a set takes the same member twice, and nothing else happens
import { createClient } from 'redis';

const client = createClient();

export async function tag(doc: string, name: string) {
  if (!(await client.sIsMember(`tags:${doc}`, name))) {
    await client.sAdd(`tags:${doc}`, name);
  }
}
