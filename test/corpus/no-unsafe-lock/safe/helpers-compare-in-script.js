// safe: the script compares the owner and deletes in one step
const crypto = require('node:crypto');
const Redis = require('ioredis');

const redis = new Redis();
const GIVE_BACK = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

function claim(printer) {
  const mine = crypto.randomUUID();
  return redis.set(`printer:${printer}`, mine, 'EX', 30, 'NX').then((reply) => (reply ? mine : undefined));
}

async function giveBack(printer, mine) {
  await redis.eval(GIVE_BACK, 1, `printer:${printer}`, mine);
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
