// safe: every user has an own key; members are listed by scanning
import { createClient } from 'redis';

const client = createClient();

export async function join(room: string, user: string): Promise<string[]> {
  await client.set(`presence:${room}:${user}`, String(Date.now()), { EX: 45 });
  const users: string[] = [];
  for await (const keys of client.scanIterator({ MATCH: `presence:${room}:*` })) {
    for (const k of Array.isArray(keys) ? keys : [keys]) users.push(k.split(':')[2]!);
  }
  return users;
}
