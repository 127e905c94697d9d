// safe: only the TTL is renewed
import { Redis } from 'ioredis';

const redis = new Redis();

export async function currentSession(sid: string) {
  const raw = await redis.get(`sess:${sid}`);
  if (!raw) return null;
  const session = JSON.parse(raw) as { userId: string; remember: boolean };
  await redis.expire(`sess:${sid}`, session.remember ? 2_592_000 : 1800);
  return session;
}
