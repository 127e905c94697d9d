// safe: lock, work and unlock on one client
import { Pool } from 'pg';
import { settle } from './settle.js';

const pool = new Pool();

export async function settleAccount(id: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [id]);
    try {
      await settle(client, id);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [id]);
    }
  } finally {
    client.release();
  }
}
