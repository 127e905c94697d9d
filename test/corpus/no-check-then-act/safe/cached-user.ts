// safe: a cache filled on a miss and returned on a hit
import Redis from 'ioredis';

const redis = new Redis();
declare function loadUser(id: string): Promise<{ id: string; name: string }>;

export async function getUser(id: string) {
  const cached = await redis.get(`user:${id}`);
  if (cached) return JSON.parse(cached);
  const user = await loadUser(id);
  await redis.set(`user:${id}`, JSON.stringify(user), 'EX', 600);
  return user;
}
