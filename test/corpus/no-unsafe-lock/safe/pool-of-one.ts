// safe: a pool with a single client, so all queries share its session
import { Pool } from 'pg';
import { migrate } from './migrations.js';

const pool = new Pool({ max: 1 });

export async function migrateOnce(): Promise<void> {
  await pool.query('SELECT pg_advisory_lock(7)');
  try {
    await migrate(pool);
  } finally {
    await pool.query('SELECT pg_advisory_unlock(7)');
  }
}
