// safe: warmer fills missing keys with values from the API
import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

export async function warm(ids: string[], api: (id: string) => Promise<object>) {
  let filled = 0;
  for (const id of ids) {
    const existing = await redis.get(`catalog:${id}`);
    if (existing) continue;
    const item = await api(id);
    await redis.set(`catalog:${id}`, item, { ex: 3600 });
    filled += 1;
  }
  return { filled, skipped: ids.length - filled };
}
