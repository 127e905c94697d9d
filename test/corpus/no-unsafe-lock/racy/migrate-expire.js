import { createClient } from 'redis';
import { migrate } from './migrations.js';

const client = createClient({ url: process.env.REDIS_URL });

export async function migrateOnce() {
  const won = await client.setNX('migration_lock', String(process.pid)); // RACE
  if (!won) throw Object.assign(new Error('busy'), { code: 'LOCK_HELD', retryAfterMs: 5000 });
  await client.expire('migration_lock', 300);
  try {
    await migrate();
  } finally {
    await client.del('migration_lock');
  }
}
