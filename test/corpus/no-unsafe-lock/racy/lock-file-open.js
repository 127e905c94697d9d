const fs = require('node:fs');

function withFileLock(target, task) {
  const lockPath = target + '.lock';
  const fd = fs.openSync(lockPath, 'wx'); // RACE
  try {
    return task();
  } finally {
    fs.closeSync(fd);
    fs.unlinkSync(lockPath);
  }
}

module.exports = { withFileLock };
