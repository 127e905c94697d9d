// SAFE: content and cas come from the get in the same round.
const couchbase = require('couchbase');

module.exports = function makeCarts(bucket) {
  const carts = bucket.defaultCollection();

  async function add(cartId, item) {
    let done = false;
    while (!done) {
      const { content, cas } = await carts.get(cartId);
      content.items.push(item);
      try {
        await carts.replace(cartId, content, { cas });
        done = true;
      } catch (err) {
        if (!(err instanceof couchbase.CasMismatchError)) throw err;
      }
    }
  }

  return { add };
};
