const fs = require('fs');
const { execSync } = require('child_process');

module.exports = async function compile(code, upload) {
  fs.writeFileSync('/tmp/main.c', code); // RACE
  execSync('gcc -fsyntax-only /tmp/main.c');
  await upload(fs.readFileSync('/tmp/main.c'));
};
