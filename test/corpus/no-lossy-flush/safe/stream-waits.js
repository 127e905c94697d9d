// Safe: the stream gives the next line once the last one is done with.
import { Writable } from 'node:stream';

export class Shipper extends Writable {
  lines = [];

  constructor(api) {
    super({ objectMode: true });
    this.api = api;
  }

  async _write(line, encoding, done) {
    this.lines.push(line);
    if (this.lines.length >= 500) await this.ship();
    done();
  }

  async _final(done) {
    await this.ship();
    done();
  }

  async ship() {
    await this.api.post('/lines', this.lines);
    this.lines = [];
  }
}
