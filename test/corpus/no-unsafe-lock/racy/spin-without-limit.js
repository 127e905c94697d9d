const { createClient } = require('redis');
const { randomUUID } = require('node:crypto');

const client = createClient();
const script = `if redis.call("GET", KEYS[1]) == ARGV[1] then return redis.call("DEL", KEYS[1]) end return 0`;

const wait = (ms) => new Promise((r) => setTimeout(r, ms));

async function withLock(name, fn) {
  const key = `lock:${name}`;
  const value = randomUUID();
  let ok = null;
  do {
    ok = await client.set(key, value, { NX: true, EX: 20 }); // RACE
    if (!ok) await wait(30);
  } while (!ok);
  try {
    return await fn();
  } finally {
    await client.eval(script, { keys: [key], arguments: [value] });
  }
}

module.exports = { withLock };
