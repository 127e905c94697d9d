const IORedis = require('ioredis');

const redis = new IORedis.Cluster([{ host: '10.0.0.1', port: 7000 }]);

function restock(sku, qty) {
  return redis
    .get('stock:' + sku)
    .then(function (value) {
      return value ? JSON.parse(value) : { qty: 0, moves: [] };
    })
    .then(function (stock) {
      stock.qty += qty;
      stock.moves.push({ qty: qty, at: Date.now() });
      return redis.set('stock:' + sku, JSON.stringify(stock)); // RACE
    })
    .catch(function (err) {
      console.error('restock failed', err);
      throw err;
    });
}

module.exports = restock;
