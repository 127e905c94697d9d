const { Mutex } = require('async-mutex');
const { fetchRates } = require('./rates');

class Rates {
  constructor() {
    this.mutex = new Mutex();
    this.rates = null;
  }

  async get() {
    await this.mutex.acquire(); // RACE
    if (this.rates) return this.rates;
    try {
      this.rates = await fetchRates();
    } catch (error) {
      this.rates = null;
    }
    this.mutex.release();
    return this.rates;
  }
}

module.exports = { Rates };
