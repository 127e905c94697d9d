// safe: async-lock spans check and write under the show's key
const AsyncLock = require('async-lock');
const { charge } = require('./payments');

const lock = new AsyncLock({ timeout: 5000 });
const seats = {};

exports.open = (show, count) => {
  seats[show] = count;
};

exports.book = (show, card) =>
  lock.acquire(show, async () => {
    if (!seats[show]) throw new Error('sold out');
    const receipt = await charge(card);
    seats[show] -= 1;
    return receipt;
  });
