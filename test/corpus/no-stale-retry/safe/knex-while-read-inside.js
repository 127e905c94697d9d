// safe: the loop reads the row
const knex = require('knex')(require('./knexfile'));

exports.setQuantity = async function setQuantity(sku, change) {
  let affected = 0;
  while (affected === 0) {
    const row = await knex('stock').where({ sku }).first();
    affected = await knex('stock')
      .where({ sku, version: row.version })
      .update({ quantity: row.quantity + change, version: row.version + 1 });
  }
};
