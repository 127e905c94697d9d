const couchbase = require('couchbase');

module.exports = function makeCarts(bucket) {
  const carts = bucket.defaultCollection();

  async function add(cartId, item) {
    const { content, cas } = await carts.get(cartId);
    content.items.push(item);

    let done = false;
    while (!done) {
      try {
        await carts.replace(cartId, content, { cas }); // RACE
        done = true;
      } catch (err) {
        if (!(err instanceof couchbase.CasMismatchError)) throw err;
      }
    }
  }

  return { add };
};
