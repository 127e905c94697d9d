// Safe: each step updates the row that it has an id for.
const { Pool } = require('pg');

const pool = new Pool();

async function runSteps(steps) {
  await Promise.all(
    steps.map(async ({ id, execute }) => {
      const outcome = await execute();
      await pool.query('UPDATE steps SET outcome = $1 WHERE id = $2', [outcome, id]);
    }),
  );
}

module.exports = { runSteps };
