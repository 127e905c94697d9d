const knex = require('knex')(require('./knexfile'));

exports.setQuantity = async function setQuantity(sku, change) {
  const row = await knex('stock').where({ sku }).first();
  let affected = 0;
  while (affected === 0) {
    affected = await knex('stock') // RACE
      .where({ sku, version: row.version })
      .update({ quantity: row.quantity + change, version: row.version + 1 });
  }
};
