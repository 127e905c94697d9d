// safe: the tmp package gives each call a file of its own
const fs = require('fs');
const tmp = require('tmp');

module.exports = async function rewrite(text, transform) {
  const file = tmp.fileSync({ postfix: '.txt' }).name;
  fs.writeFileSync(file, text);
  const result = await transform(fs.readFileSync(file, 'utf8'));
  fs.writeFileSync(file, result);
  return file;
};
