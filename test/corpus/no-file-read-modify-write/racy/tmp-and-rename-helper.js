const fsp = require('node:fs/promises');
const path = require('node:path');

async function replaceFile(file, text) {
  const tmp = path.join(path.dirname(file), '.' + path.basename(file) + '.new');
  await fsp.writeFile(tmp, text);
  await fsp.rename(tmp, file);
}

class Registry {
  constructor(file) {
    this.file = file;
  }

  async register(name, address) {
    const entries = JSON.parse(await fsp.readFile(this.file, 'utf8'));
    entries[name] = address;
    await replaceFile(this.file, JSON.stringify(entries)); // RACE
  }
}

module.exports = Registry;
