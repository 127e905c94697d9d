// safe: the release is a command of its own, made of a script
const Redis = require('ioredis');
const { randomUUID } = require('crypto');

const redis = new Redis();
redis.defineCommand('releaseLock', {
  numberOfKeys: 1,
  lua: 'if redis.call("get",KEYS[1]) == ARGV[1] then return redis.call("del",KEYS[1]) else return 0 end',
});

exports.exclusive = async (name, task) => {
  const token = randomUUID();
  const got = await redis.call('SET', `mutex:${name}`, token, 'PX', '5000', 'NX');
  if (!got) return null;
  try {
    return await task();
  } finally {
    await redis.releaseLock(`mutex:${name}`, token);
  }
};
