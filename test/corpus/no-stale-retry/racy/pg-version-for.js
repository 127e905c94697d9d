const { Pool } = require('pg');
const pool = new Pool();

async function addItem(cartId, item) {
  const { rows } = await pool.query('SELECT items, version FROM carts WHERE id = $1', [cartId]);
  const cart = rows[0];
  const items = [...cart.items, item];
  for (let i = 0; i < 10; i += 1) {
    const result = await pool.query( // RACE
      'UPDATE carts SET items = $1, version = version + 1 WHERE id = $2 AND version = $3',
      [JSON.stringify(items), cartId, cart.version],
    );
    if (result.rowCount > 0) return items;
    await new Promise((resolve) => setTimeout(resolve, 10 * i));
  }
  throw new Error('conflict');
}

module.exports = { addItem };
