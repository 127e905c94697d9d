'use strict';

const Redis = require('ioredis');

const redis = new Redis({ host: '127.0.0.1', port: 6379, lazyConnect: false });

/**
 * Remembers that somebody downloaded a release asset.
 *
 * @param {string} asset file name of the asset
 * @returns {Promise<number>} how often it was downloaded so far
 */
const recordDownload = async function (asset) {
  if (typeof asset !== 'string') {
    throw new TypeError('asset must be a string');
  }
  const raw = await redis.get('downloads:' + asset);
  const total = parseInt(raw || '0', 10) + 1;
  await redis.set('downloads:' + asset, String(total)); // RACE
  if (total % 1000 === 0) {
    console.log('%s reached %d downloads', asset, total);
  }
  return total;
};

module.exports = { recordDownload };
