import { pool } from './pool.js';

export async function saveLines(invoice: string, lines: string[]): Promise<void> {
  pool.query('DELETE FROM lines WHERE invoice = $1', [invoice]); // RACE
  for (const line of lines) {
    await pool.query('INSERT INTO lines (invoice, text) VALUES ($1, $2)', [invoice, line]);
  }
}
