// safe: batch cache-aside: mget, misses from the database, mset of the misses
import DataLoader from 'dataloader';
import Redis from 'ioredis';

interface User { id: string; name: string }

export function userLoader(redis: Redis, db: { many(ids: readonly string[]): Promise<User[]> }) {
  return new DataLoader<string, User | null>(async (ids) => {
    const cached = await redis.mget(ids.map((id) => `user:${id}`));
    const misses = ids.filter((_, i) => cached[i] === null);
    const rows = misses.length ? await db.many(misses) : [];
    if (rows.length) {
      const pipe = redis.pipeline();
      for (const row of rows) pipe.set(`user:${row.id}`, JSON.stringify(row), 'EX', 300);
      await pipe.exec();
    }
    const byId = new Map(rows.map((r) => [r.id, r]));
    return ids.map((id, i) => (cached[i] ? (JSON.parse(cached[i]!) as User) : (byId.get(id) ?? null)));
  });
}
