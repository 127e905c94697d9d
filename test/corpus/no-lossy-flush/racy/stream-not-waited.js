const { Writable } = require('node:stream');

class Shipper extends Writable {
  constructor(api) {
    super({ objectMode: true });
    this.api = api;
    this.lines = [];
  }

  _write(line, encoding, done) {
    this.lines.push(line);
    if (this.lines.length >= 500) this.ship();
    done();
  }

  async ship() {
    await this.api.post('/lines', this.lines);
    this.lines = []; // RACE
  }
}

module.exports = { Shipper };
