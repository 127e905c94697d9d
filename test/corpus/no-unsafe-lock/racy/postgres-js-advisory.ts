import postgres from 'postgres';
import { run } from './job.js';

const sql = postgres(process.env.DATABASE_URL ?? '');

export async function runJob(job: number): Promise<void> {
  await sql`select pg_advisory_lock(${job})`; // RACE
  try {
    await run(job);
  } finally {
    await sql`select pg_advisory_unlock(${job})`;
  }
}
