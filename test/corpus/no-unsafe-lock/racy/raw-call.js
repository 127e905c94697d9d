const Redis = require('ioredis');
const redis = new Redis();

exports.exclusive = async (name, task) => {
  const got = await redis.call('SET', `mutex:${name}`, '1', 'NX'); // RACE
  if (!got) return null;
  try {
    return await task();
  } finally {
    await redis.call('DEL', `mutex:${name}`);
  }
};
