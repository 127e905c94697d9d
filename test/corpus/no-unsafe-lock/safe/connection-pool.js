// safe: a pool lends connections; it is no lock
import { pool } from './pool.js';

export async function names() {
  const connection = await pool.acquire();
  const rows = await connection.query('select name from people');
  pool.release(connection);
  return rows;
}
