const fs = require('fs').promises;

class Store {
  constructor(file) {
    this.file = file;
  }

  async save(state) {
    const temporary = this.file + '.tmp';
    await fs.writeFile(temporary, JSON.stringify(state)); // RACE
    await fs.rename(temporary, this.file);
  }
}

module.exports = Store;
