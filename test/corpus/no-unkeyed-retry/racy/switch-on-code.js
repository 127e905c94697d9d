const { pool } = require('./pool');

module.exports.log = async function log(account, cents) {
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      await pool.query('INSERT INTO movements (account, cents) VALUES ($1, $2)', [account, cents]); // RACE
      return;
    } catch (error) {
      switch (error.code) {
        case 'ECONNRESET':
        case 'ETIMEDOUT':
        case '57P01':
          continue;
        default:
          throw error;
      }
    }
  }
};
