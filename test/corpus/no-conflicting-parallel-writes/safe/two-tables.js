// safe: two tables
const { pool } = require('./pool');

exports.removeUser = async (id) => {
  await Promise.all([
    pool.query('DELETE FROM sessions WHERE user_id = $1', [id]),
    pool.query('UPDATE users SET active = false WHERE id = $1', [id]),
    pool.query('INSERT INTO audit (user_id) VALUES ($1)', [id]),
  ]);
};
