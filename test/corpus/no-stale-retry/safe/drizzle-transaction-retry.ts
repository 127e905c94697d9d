// SAFE: the transaction's callback selects the row again.
import { eq } from 'drizzle-orm';
import { db } from './db.js';
import { accounts } from './schema.js';

export async function withdraw(id: number, cents: number) {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await db.transaction(
        async (tx) => {
          const [account] = await tx.select().from(accounts).where(eq(accounts.id, id));
          const balance = account!.balance - cents;
          if (balance < 0) throw new RangeError('insufficient funds');
          await tx.update(accounts).set({ balance }).where(eq(accounts.id, id));
          return balance;
        },
        { isolationLevel: 'serializable' },
      );
    } catch (error) {
      if ((error as { code?: string }).code !== '40001') throw error;
    }
  }
  throw new Error('too much contention');
}
