const fs = require('fs');

const LOCK = '/var/run/indexer.lock';

async function reindex(index) {
  try {
    fs.writeFileSync(LOCK, String(process.pid), { flag: 'wx' }); // RACE
  } catch (error) {
    if (error.code === 'EEXIST') {
      console.log('another indexer is at work');
      return;
    }
    throw error;
  }
  await index.rebuild();
  fs.unlinkSync(LOCK);
}

module.exports = { reindex };
