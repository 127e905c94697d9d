// safe: GETDEL consumes the token; the session goes under a new random key
import { randomBytes } from 'node:crypto';
import { createClient } from 'redis';

const client = createClient();

export async function redeem(token: string): Promise<string | null> {
  const raw = await client.getDel(`magic:${token}`);
  if (!raw) return null;
  const { userId } = JSON.parse(raw);
  const sid = randomBytes(24).toString('base64url');
  await client.set(`sess:${sid}`, JSON.stringify({ userId, createdAt: Date.now() }), { EX: 86400 });
  return sid;
}
