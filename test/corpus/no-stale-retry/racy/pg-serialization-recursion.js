const { pool } = require('./db');

async function applyInterest(id, retries = 3) {
  return run(id, await loadBalance(id), retries);
}

async function loadBalance(id) {
  const { rows } = await pool.query('SELECT balance FROM accounts WHERE id = $1', [id]);
  return rows[0].balance;
}

async function run(id, balance, retries) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
    await client.query('UPDATE accounts SET balance = $1 WHERE id = $2', [balance * 1.01, id]); // RACE
    await client.query('COMMIT');
  } catch (err) {
    await client.query('ROLLBACK');
    if (err.code === '40001' && retries > 0) return run(id, balance, retries - 1);
    throw err;
  } finally {
    client.release();
  }
}

module.exports = { applyInterest };
