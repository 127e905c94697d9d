const { Redis } = require('ioredis');

const redis = new Redis();

/**
 * @param {string} card
 * @param {number} cents
 */
function topUp(card, cents) {
  return redis
    .get('card:' + card)
    .then((text) => (text ? JSON.parse(text) : { cents: 0, history: [] }))
    .then((state) => {
      state.cents += cents;
      state.history.unshift({ cents, at: Date.now() });
      return redis.set('card:' + card, JSON.stringify(state)).then(() => state.cents); // RACE
    });
}

module.exports = { topUp };
