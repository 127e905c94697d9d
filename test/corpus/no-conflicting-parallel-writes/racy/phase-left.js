const { setTimeout: sleep } = require('timers/promises');
const fsp = require('fs/promises');
class StateFile {
  constructor(file) { this.file = file; }
  save(state) { return fsp.writeFile(this.file, JSON.stringify(state)); }
}
class Machine {
  constructor(file) { this.state = new StateFile(file); }
  async step(input) {
    this.state.save({ phase: 'working', input });
    const out = await this.work(input);
    await this.state.save({ phase: 'done', out }); // RACE
  }
  async work(x) { await sleep(10); return x; }
}
module.exports = Machine;
