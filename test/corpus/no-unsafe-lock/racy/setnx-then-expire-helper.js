const { createClient } = require('redis');

const client = createClient();

async function grab(name, seconds) {
  const mine = await client.setNX(`lock:${name}`, String(process.pid)); // RACE
  if (mine) await client.expire(`lock:${name}`, seconds);
  return mine;
}

module.exports = { grab };
