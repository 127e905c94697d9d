import type { Redis } from 'ioredis';
import type { Db } from './db.js';

/** The version is fetched anew, the balance is not. */
export async function credit(db: Db, redis: Redis, wallet: string, amount: number) {
  const { balance } = await db.wallets.findOne({ id: wallet });
  const next = balance + amount;
  let isStored = false;
  for (let round = 0; !isStored && round < 8; round++) {
    const { version } = await db.wallets.findOne({ id: wallet });
    const { modifiedCount } = await db.wallets.updateOne({ id: wallet, version }, { $set: { balance: next }, $inc: { version: 1 } }); // RACE
    isStored = modifiedCount === 1;
  }
  await redis.publish('wallets', wallet);
  return isStored;
}
