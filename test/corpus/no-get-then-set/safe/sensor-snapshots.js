// safe: only writes, from values given by the caller
const { createClient } = require('redis');

const client = createClient({ url: process.env.REDIS_URL });

exports.start = async () => {
  client.on('error', (e) => console.error('redis', e.message));
  await client.connect();
};

exports.saveSnapshot = async (station, reading) => {
  const celsius = (reading.fahrenheit - 32) / 1.8;
  await client.set(`station:${station}`, JSON.stringify({ celsius, at: reading.at }));
  await client.hSet(`station:${station}:meta`, { firmware: reading.firmware, battery: reading.battery });
};
