// SAFE: only what never reached the server is tried again.
const { pool } = require('./pool');

module.exports.log = async function log(account, cents) {
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      await pool.query('INSERT INTO movements (account, cents) VALUES ($1, $2)', [account, cents]);
      return;
    } catch (error) {
      switch (error.code) {
        case 'ECONNREFUSED':
        case 'ENOTFOUND':
          continue;
        default:
          throw error;
      }
    }
  }
};
