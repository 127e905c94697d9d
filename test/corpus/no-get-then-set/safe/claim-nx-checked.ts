// safe: SET NX with the result checked
import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';

const client = createClient();

export async function becomeLeader(group: string): Promise<string | null> {
  const current = await client.get(`leader:${group}`);
  if (current) return null;
  const id = randomUUID();
  const ok = await client.set(`leader:${group}`, id, { NX: true, PX: 15_000 });
  return ok === 'OK' ? id : null;
}
