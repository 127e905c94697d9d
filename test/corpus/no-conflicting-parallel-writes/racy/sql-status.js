const { Pool } = require('pg');

const pool = new Pool();

async function runSteps(jobId, steps) {
  await Promise.all(
    steps.map(async (step) => {
      const outcome = await step.execute();
      await pool.query('UPDATE jobs SET outcome = $1 WHERE id = $2', [outcome, jobId]); // RACE
    }),
  );
}

module.exports = { runSteps };
