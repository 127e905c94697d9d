// safe: SET … GET returns the old value in the same command
import { createClient } from 'redis';

const client = createClient();
await client.connect();

export type Status = 'online' | 'away' | 'offline';

export async function setStatus(user: string, status: Status): Promise<boolean> {
  const before = await client.set(`status:${user}`, status, { GET: true, EX: 120 });
  const changed = before !== status;
  if (changed) {
    await client.publish('status', JSON.stringify({ user, before, status }));
  }
  return changed;
}
