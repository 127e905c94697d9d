const redis = require('./redis-client');

/** One importer at a time. */
exports.tryImport = async (source, run) => {
  const key = `import:${source}:lock`;
  const first = await redis.setnx(key, process.pid); // RACE
  if (first === 1) {
    await redis.expire(key, 300);
    try {
      await run();
    } finally {
      await redis.del(key); // RACE
    }
    return true;
  }
  return false;
};
