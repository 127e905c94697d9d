// safe: 40001 says that the transaction was rolled back
const { Pool } = require('pg');
const pool = new Pool();

async function move(from, to, cents) {
  for (let left = 3; left > 0; left--) {
    const client = await pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
      await client.query('UPDATE accounts SET balance = balance - $2 WHERE id = $1', [from, cents]);
      await client.query('UPDATE accounts SET balance = balance + $2 WHERE id = $1', [to, cents]);
      await client.query('INSERT INTO moves (sender, receiver, cents) VALUES ($1, $2, $3)', [from, to, cents]);
      await client.query('COMMIT');
      return;
    } catch (err) {
      await client.query('ROLLBACK');
      if (err.code !== '40001' || left === 1) throw err;
    } finally {
      client.release();
    }
  }
}

exports.move = move;
