// safe: the lock lasts as long as the transaction
const { Pool } = require('pg');
const pool = new Pool();

module.exports.transfer = async (from, to, amount) => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [from]);
    await client.query('UPDATE accounts SET balance = balance - $2 WHERE id = $1', [from, amount]);
    await client.query('UPDATE accounts SET balance = balance + $2 WHERE id = $1', [to, amount]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
};
