// safe: an idempotency key with an answer, kept for a day
const Redis = require('ioredis');
const redis = new Redis();

async function begin(key) {
  const fresh = await redis.set(`idem:${key}`, 'pending', 'EX', 86400, 'NX');
  return fresh === 'OK';
}

async function finish(key, answer) {
  await redis.set(`idem:${key}`, JSON.stringify(answer), 'EX', 86400);
}

module.exports = { begin, finish };
