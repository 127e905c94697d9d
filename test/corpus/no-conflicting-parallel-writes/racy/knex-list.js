const knex = require('./knex');

async function saveItems(orderId, items) {
  await Promise.all([
    knex('items').where({ order_id: orderId }).del(),
    knex('items').insert(items), // RACE
  ]);
}

module.exports = { saveItems };
