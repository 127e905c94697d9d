// SAFE: the error is given its code before it is thrown.
const { createClient } = require('redis');
const { randomUUID } = require('crypto');

const client = createClient();
const FREE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

exports.exclusive = async (name, work) => {
  const token = randomUUID();
  const reply = await client.set(`lock:${name}`, token, { NX: true, PX: 15000 });
  if (reply === null) {
    const error = new Error(`${name} is in use`);
    error.code = 'LOCKED';
    error.retryAfter = 15;
    throw error;
  }
  try {
    return await work();
  } finally {
    await client.eval(FREE, { keys: [`lock:${name}`], arguments: [token] });
  }
};
