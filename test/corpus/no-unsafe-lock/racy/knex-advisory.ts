import knex from 'knex';

const db = knex({ client: 'pg', connection: process.env.DATABASE_URL! });

export async function migrateTenant(tenant: number, migrate: () => Promise<void>): Promise<void> {
  await db.raw('select pg_advisory_lock(?)', [tenant]); // RACE
  try {
    await migrate();
  } finally {
    await db.raw('select pg_advisory_unlock(?)', [tenant]);
  }
}
