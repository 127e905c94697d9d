// safe: acquire before the read, release in finally after the write
const Redis = require('ioredis');
const { Redlock } = require('@sesamecare-oss/redlock');

const redis = new Redis();
const locks = new Redlock([redis]);

async function lend(cardNumber, book) {
  const lock = await locks.acquire([`lock:card:${cardNumber}`], 5000);
  try {
    const card = JSON.parse(await redis.get(`card:${cardNumber}`)) || { books: [] };
    if (card.books.length > 9) {
      return { ok: false, reason: 'too many books' };
    }
    card.books.push(book);
    await redis.set(`card:${cardNumber}`, JSON.stringify(card));
    return { ok: true };
  } finally {
    await lock.release();
  }
}

module.exports = { lend };
