class StaleRowError extends Error {}

class Seats {
  constructor({ db, log }) {
    this.db = db;
    this.log = log;
  }

  async take(showId, seat) {
    const show = await this.db.oneOrNone('select * from shows where id = $1', [showId]);
    const taken = [...show.taken, seat];
    for (let attempt = 0; ; attempt += 1) {
      try {
        await this.store(showId, taken, show.version);
        return taken;
      } catch (err) {
        if (!(err instanceof StaleRowError) || attempt > 5) throw err;
        this.log.warn({ showId, attempt }, 'conflict');
      }
    }
  }

  async store(showId, taken, version) {
    const done = await this.db.result( // RACE
      'update shows set taken = $2, version = version + 1 where id = $1 and version = $3',
      [showId, taken, version],
    );
    if (done.rowCount === 0) throw new StaleRowError(showId);
  }
}

module.exports = { Seats };
