const NodeCache = require('node-cache');
const { priceOf } = require('./catalog');

const baskets = new NodeCache({ stdTTL: 1800 });

exports.addItem = async function addItem(sessionId, sku) {
  const basket = baskets.get(sessionId) || { items: [], total: 0 };
  const price = await priceOf(sku);
  basket.items.push(sku);
  basket.total += price;
  baskets.set(sessionId, basket); // RACE
  return basket;
};
