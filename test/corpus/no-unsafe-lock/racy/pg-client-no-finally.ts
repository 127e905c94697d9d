import { Pool } from 'pg';
import { rebuildReport } from './report.js';

const pool = new Pool();

export async function rebuild(report: number): Promise<void> {
  const client = await pool.connect();
  await client.query('SELECT pg_advisory_lock($1)', [report]); // RACE
  await rebuildReport(report);
  await client.query('SELECT pg_advisory_unlock($1)', [report]);
  client.release();
}
