import { Pool } from 'pg';
import { settle } from './settle.js';

const pool = new Pool();

export async function settleAccount(id: number): Promise<void> {
  await pool.query('SELECT pg_advisory_lock($1)', [id]); // RACE
  try {
    await settle(id);
  } finally {
    await pool.query('SELECT pg_advisory_unlock($1)', [id]);
  }
}
