// safe: compares with the database, the database's value is written
import type { Pool } from 'pg';
import type { RedisClientType } from 'redis';

export async function refreshFlag(db: Pool, redis: RedisClientType, name: string) {
  const { rows } = await db.query('SELECT enabled, rollout FROM flags WHERE name = $1', [name]);
  const row = rows[0] ?? { enabled: false, rollout: 0 };
  const cached = await redis.get(`flag:${name}`);
  const fresh = JSON.stringify(row);
  if (cached !== fresh) {
    await redis.set(`flag:${name}`, fresh);
    await redis.publish('flags', name);
  }
  return row;
}
