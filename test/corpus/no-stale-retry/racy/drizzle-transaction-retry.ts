import { eq } from 'drizzle-orm';
import { db } from './db.js';
import { accounts } from './schema.js';

export async function withdraw(id: number, cents: number) {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, id));
  const balance = account!.balance - cents;
  if (balance < 0) throw new RangeError('insufficient funds');

  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await db.transaction(
        async (tx) => {
          await tx.update(accounts).set({ balance }).where(eq(accounts.id, id)); // RACE
        },
        { isolationLevel: 'serializable' },
      );
      return balance;
    } catch (error) {
      if ((error as { code?: string }).code !== '40001') throw error;
    }
  }
  throw new Error('too much contention');
}
