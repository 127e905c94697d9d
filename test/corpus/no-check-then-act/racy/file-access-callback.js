const fs = require('node:fs');

function createLedger(file, callback) {
  fs.access(file, fs.constants.F_OK, (error) => {
    if (error) {
      fs.writeFile(file, 'date,amount\n', callback); // RACE
    } else {
      callback();
    }
  });
}

module.exports = { createLedger };
