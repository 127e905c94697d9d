// safe: the writes are synchronous, one after the other
const fs = require('node:fs');

exports.dump = (rows) => {
  rows.forEach((row) => {
    fs.writeFileSync('last-row.json', JSON.stringify(row));
  });
};
