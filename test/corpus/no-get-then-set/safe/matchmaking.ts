// safe: SPOP takes members away atomically
import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';

const client = createClient({ url: process.env.MATCH_REDIS });
await client.connect();

export async function tryMatch(mode: string, size: number): Promise<{ match: string; players: string[] } | null> {
  const players = await client.sPopCount(`waiting:${mode}`, size);
  if (players.length < size) {
    if (players.length > 0) await client.sAdd(`waiting:${mode}`, players);
    return null;
  }
  const match = randomUUID();
  await client.set(`match:${match}`, JSON.stringify({ mode, players }), { EX: 3600 });
  return { match, players };
}
