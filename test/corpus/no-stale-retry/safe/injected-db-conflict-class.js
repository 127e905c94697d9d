// SAFE: what is retried begins at the read.
class StaleRowError extends Error {}

class Seats {
  constructor({ db, log }) {
    this.db = db;
    this.log = log;
  }

  async take(showId, seat) {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.takeOnce(showId, seat);
      } catch (err) {
        if (!(err instanceof StaleRowError) || attempt > 5) throw err;
        this.log.warn({ showId, attempt }, 'conflict');
      }
    }
  }

  async takeOnce(showId, seat) {
    const show = await this.db.oneOrNone('select * from shows where id = $1', [showId]);
    const taken = [...show.taken, seat];
    await this.store(showId, taken, show.version);
    return taken;
  }

  async store(showId, taken, version) {
    const done = await this.db.result(
      'update shows set taken = $2, version = version + 1 where id = $1 and version = $3',
      [showId, taken, version],
    );
    if (done.rowCount === 0) throw new StaleRowError(showId);
  }
}

module.exports = { Seats };
