const { Stock } = require('./models');

async function reserve(sku, quantity) {
  const stock = await Stock.findOne({ where: { sku } });
  const free = stock.free - quantity;
  if (free < 0) throw new RangeError('sold out');

  let updated = 0;
  let attempt = 0;
  while (updated === 0 && attempt < 10) {
    [updated] = await Stock.update({ free, version: stock.version + 1 }, { where: { sku, version: stock.version } }); // RACE
    attempt += 1;
  }
  if (updated === 0) throw new Error('conflict');
}

module.exports = { reserve };
