const knex = require('./knex');

async function saveItems(orderId, items) {
  await Promise.all([
    knex('items').where({ order_id: orderId }).del(), // RACE
    knex('items').insert(items),
  ]);
}

module.exports = { saveItems };
