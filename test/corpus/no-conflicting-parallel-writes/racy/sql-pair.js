const { pool } = require('./pool');

exports.rename = (id, name, title) =>
  Promise.all([
    pool.query('UPDATE users SET name = $1 WHERE id = $2', [name, id]),
    pool.query('UPDATE users SET name = $1, title = $3 WHERE id = $2', [`${title} ${name}`, id, title]), // RACE
  ]);
