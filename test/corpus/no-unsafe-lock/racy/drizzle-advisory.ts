import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';

const pool = new Pool();
const db = drizzle(pool);

export async function settle(account: number, run: () => Promise<void>) {
  await db.execute(sql`select pg_advisory_lock(${account})`); // RACE
  try {
    await run();
  } finally {
    await db.execute(sql`select pg_advisory_unlock(${account})`);
  }
}
