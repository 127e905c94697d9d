const { Pool } = require('pg');
const { refresh } = require('./views');

class Refresher {
  constructor(url) {
    this.pool = new Pool({ connectionString: url });
  }

  async refresh() {
    const { rows } = await this.pool.query('select pg_try_advisory_lock(42) as got'); // RACE
    if (!rows[0].got) return;
    await refresh();
    await this.pool.query('select pg_advisory_unlock(42)');
  }
}

module.exports = Refresher;
