const Redlock = require('redlock');
const redis = require('redis').createClient();
const { recount } = require('./stock');

const redlock = new Redlock([redis], { retryCount: 10 });

exports.recount = async (sku) => {
  const lock = await redlock.lock(`locks:stock:${sku}`, 2000); // RACE
  const count = await recount(sku);
  await lock.unlock();
  return count;
};
