const fs = require('fs');

exports.dump = function dump(rows) {
  rows.forEach((row) => {
    fs.writeFile('rows.json', JSON.stringify(row), (err) => { // RACE
      if (err) console.error(err);
    });
  });
};
