// safe: WATCH on an own duplicated connection; exec() === null is retried
import Redis from 'ioredis';

const redis = new Redis();

export async function addBadge(userId: string, badge: string): Promise<string[]> {
  const conn = redis.duplicate();
  const key = `badges:${userId}`;
  try {
    for (;;) {
      await conn.watch(key);
      const badges: string[] = JSON.parse((await conn.get(key)) ?? '[]');
      if (badges.includes(badge)) {
        await conn.unwatch();
        return badges;
      }
      badges.push(badge);
      const res = await conn.multi().set(key, JSON.stringify(badges)).exec();
      if (res !== null) return badges;
    }
  } finally {
    conn.disconnect();
  }
}
