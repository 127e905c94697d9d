// safe: the second insert finds the first one
const { Pool } = require('pg');
const pool = new Pool();

async function log(requestId, userId, action) {
  for (let left = 3; left > 0; left--) {
    try {
      await pool.query(
        'INSERT INTO audit (request_id, user_id, action) VALUES ($1, $2, $3) ON CONFLICT (request_id) DO NOTHING',
        [requestId, userId, action],
      );
      return;
    } catch (err) {
      if (err.code !== 'ECONNRESET' || left === 1) throw err;
    }
  }
}

exports.log = log;
