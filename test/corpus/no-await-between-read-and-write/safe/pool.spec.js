// safe: a test file, cases run in order
const assert = require('node:assert');
const { createPool } = require('../lib/pool');

describe('pool', function () {
  let pool;
  let finished = 0;

  before(async function () {
    pool = pool || (await createPool({ size: 2 }));
  });

  it('runs a job', async function () {
    finished = finished + (await pool.run(() => 1));
    assert.equal(finished, 1);
  });

  it('runs another', async function () {
    finished += await pool.run(() => 1);
    assert.equal(finished, 2);
  });

  after(() => pool.close());
});
