const { randomUUID } = require('node:crypto');
const Redis = require('ioredis');

const RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

module.exports = function loans(options) {
  const redis = new Redis(options);

  async function lend(cardNumber, book) {
    const token = randomUUID();
    await redis.set(`lock:card:${cardNumber}`, token, 'EX', 5, 'NX');
    const card = JSON.parse(await redis.get(`card:${cardNumber}`)) || { books: [] };
    if (card.books.length > 9) {
      await redis.eval(RELEASE, 1, `lock:card:${cardNumber}`, token);
      return { ok: false, reason: 'too many books' };
    }
    card.books.push(book);
    await redis.set(`card:${cardNumber}`, JSON.stringify(card)); // RACE
    await redis.eval(RELEASE, 1, `lock:card:${cardNumber}`, token);
    return { ok: true };
  }

  return { lend };
};
