// safe: the check only gives a better message; `wx` decides
const fs = require('fs');

exports.create = (file, text) => {
  if (fs.existsSync(file)) throw new Error(`${file} is there already`);
  fs.writeFileSync(file, text, { flag: 'wx' });
};
