// safe: the read is answered, the key deleted
import { createClient } from 'redis';

const client = createClient();

export async function logout(sid: string) {
  const raw = await client.get(`sess:${sid}`);
  if (!raw) return null;
  const { userId } = JSON.parse(raw) as { userId: string };
  await client.del(`sess:${sid}`);
  await client.sRem(`user:${userId}:sessions`, sid);
  return userId;
}
