const crypto = require('node:crypto');
const Redis = require('ioredis');

const redis = new Redis();

function claim(printer) {
  const mine = crypto.randomUUID();
  return redis.set(`printer:${printer}`, mine, 'EX', 30, 'NX').then((reply) => (reply ? mine : undefined));
}

async function giveBack(printer, mine) {
  const holder = await redis.get(`printer:${printer}`);
  if (holder === mine) await redis.del(`printer:${printer}`); // RACE
}

exports.printOn = async function printOn(printer, pages) {
  const mine = await claim(printer);
  if (!mine) return false;
  try {
    for (const page of pages) await page.print();
  } finally {
    await giveBack(printer, mine);
  }
  return true;
};
