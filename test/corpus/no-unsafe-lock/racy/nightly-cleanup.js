const Redis = require('ioredis');
const { removeOrphans } = require('./orphans');

const redis = new Redis();
const LOCK = 'cleanup-lock';

module.exports.cleanup = async function cleanup() {
  if (!(await redis.set(LOCK, process.pid, 'NX'))) return; // RACE
  try {
    await removeOrphans();
  } finally {
    await redis.del(LOCK);
  }
};
