// safe: a synchronous file lock from proper-lockfile
const fs = require('fs');
const lockfile = require('proper-lockfile');

exports.allocatePort = function allocatePort() {
  const release = lockfile.lockSync('ports.json');
  try {
    const ports = JSON.parse(fs.readFileSync('ports.json', 'utf8'));
    const port = Math.max(...ports, 3000) + 1;
    ports.push(port);
    fs.writeFileSync('ports.json', JSON.stringify(ports));
    return port;
  } finally {
    release();
  }
};
