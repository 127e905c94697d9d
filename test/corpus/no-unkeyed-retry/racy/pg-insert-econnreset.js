const { Pool } = require('pg');
const pool = new Pool();

async function log(userId, action) {
  for (let left = 3; left > 0; left--) {
    try {
      await pool.query('INSERT INTO audit (user_id, action) VALUES ($1, $2)', [userId, action]); // RACE
      return;
    } catch (err) {
      if (err.code !== 'ECONNRESET' || left === 1) throw err;
    }
  }
}

exports.log = log;
