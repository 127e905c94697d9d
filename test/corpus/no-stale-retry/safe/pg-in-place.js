// safe: the database adds, no value comes from a read
const { pool } = require('./db');

async function deposit(id, amount, retries = 3) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
    await client.query('UPDATE accounts SET balance = balance + $1 WHERE id = $2', [amount, id]);
    await client.query('COMMIT');
  } catch (err) {
    await client.query('ROLLBACK');
    if (err.code === '40001' && retries > 0) return deposit(id, amount, retries - 1);
    throw err;
  } finally {
    client.release();
  }
}

module.exports = { deposit };
