// safe: a directory of its own, made in one step
const fs = require('fs');
const os = require('os');
const path = require('path');

module.exports = (text) => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'x-'));
  const file = path.join(dir, 'a.txt');
  fs.writeFileSync(file, text);
  return file;
};
