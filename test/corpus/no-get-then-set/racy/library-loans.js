const Redis = require('ioredis');

module.exports = function loans(options) {
  const redis = new Redis(options);

  async function lend(cardNumber, book) {
    await redis.set(`lock:card:${cardNumber}`, '1', 'EX', 5, 'NX'); // RACE no-unsafe-lock
    const card = JSON.parse(await redis.get(`card:${cardNumber}`)) || { books: [] };
    if (card.books.length > 9) {
      await redis.del(`lock:card:${cardNumber}`); // RACE no-unsafe-lock
      return { ok: false, reason: 'too many books' };
    }
    card.books.push(book);
    await redis.set(`card:${cardNumber}`, JSON.stringify(card)); // RACE
    await redis.del(`lock:card:${cardNumber}`); // RACE no-unsafe-lock
    return { ok: true };
  }

  return { lend };
};
