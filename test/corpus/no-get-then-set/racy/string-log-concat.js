'use strict';

const redis = require('redis');

const client = redis.createClient({ url: process.env.REDIS_URL });
client.connect();

const MAX = 64 * 1024;

exports.log = async function log(buildId, line) {
  const key = 'build:' + buildId + ':log';
  let text = await client.get(key);
  if (text === null) text = '';
  text += `[${new Date().toISOString()}] ${line}\n`;
  if (text.length > MAX) text = text.slice(-MAX);
  await client.set(key, text); // RACE
};

exports.tail = async function tail(buildId, n) {
  const text = await client.get('build:' + buildId + ':log');
  return (text || '').split('\n').slice(-n);
};
