const fs = require('fs');

const LOCK = '/var/run/indexer.lock';

function acquire() {
  if (fs.existsSync(LOCK)) {
    throw new Error('indexer is running');
  }
  fs.writeFileSync(LOCK, String(process.pid)); // RACE
}

exports.withIndex = function withIndex(work) {
  acquire();
  try {
    return work();
  } finally {
    fs.rmSync(LOCK, { force: true });
  }
};
