// safe: runExclusive lets go by itself
const { Mutex } = require('async-mutex');
const { fetchRates } = require('./rates');

class Rates {
  constructor() {
    this.mutex = new Mutex();
    this.rates = null;
  }

  get() {
    return this.mutex.runExclusive(async () => {
      this.rates ??= await fetchRates();
      return this.rates;
    });
  }
}

module.exports = { Rates };
