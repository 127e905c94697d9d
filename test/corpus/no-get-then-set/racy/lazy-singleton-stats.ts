import { createClient, RedisClientType } from 'redis';

class RedisHolder {
  private static instance: RedisClientType | undefined;

  static get(): RedisClientType {
    if (!RedisHolder.instance) {
      RedisHolder.instance = createClient({ url: process.env.REDIS_URL });
      RedisHolder.instance.connect().catch(console.error);
    }
    return RedisHolder.instance;
  }
}

export async function trackSignup(country: string): Promise<void> {
  const redis = RedisHolder.get();
  const raw = await redis.get('stats:signups');
  const byCountry: Record<string, number> = raw ? JSON.parse(raw) : {};
  byCountry[country] = (byCountry[country] ?? 0) + 1;
  await redis.set('stats:signups', JSON.stringify(byCountry)); // RACE
}
