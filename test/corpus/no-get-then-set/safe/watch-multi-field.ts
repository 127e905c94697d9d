// safe: WATCH on a connection of its own from a factory in this function, exec checked
import Redis from 'ioredis';

export async function withdraw(url: string, account: string, amount: number): Promise<number> {
  const conn = new Redis(url);
  const key = `account:${account}`;
  try {
    for (let i = 0; i < 25; i++) {
      await conn.watch(key);
      const balance = Number((await conn.hget(key, 'balance')) ?? 0);
      if (balance < amount) {
        await conn.unwatch();
        throw new Error('insufficient funds');
      }
      const reply = await conn.multi().hset(key, 'balance', balance - amount).exec();
      if (reply) return balance - amount;
    }
    throw new Error('too many conflicts');
  } finally {
    await conn.quit();
  }
}
