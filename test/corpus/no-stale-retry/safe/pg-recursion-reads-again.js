// safe: the recursion starts with the read
const { pool } = require('./db');

async function applyInterest(id, retries = 3) {
  const { rows } = await pool.query('SELECT balance, version FROM accounts WHERE id = $1', [id]);
  const [account] = rows;
  const result = await pool.query('UPDATE accounts SET balance = $1, version = version + 1 WHERE id = $2 AND version = $3', [
    account.balance * 1.01,
    id,
    account.version,
  ]);
  if (result.rowCount === 1) return;
  if (retries === 0) throw new Error('conflict');
  return applyInterest(id, retries - 1);
}

module.exports = { applyInterest };
