const { Pool } = require('pg');

const pool = new Pool();

async function transfer(from, to, cents, tries = 3) {
  try {
    await pool.query('SELECT transfer($1, $2, $3)', [from, to, cents]);
    await pool.query('INSERT INTO transfers ("from", "to", cents) VALUES ($1, $2, $3)', [from, to, cents]); // RACE
  } catch (e) {
    if (tries > 1) return transfer(from, to, cents, tries - 1);
    throw e;
  }
}

module.exports = transfer;
