// safe: the tasks write different rows
import { eq } from 'drizzle-orm';
import { db } from './db.js';
import { accounts } from './schema.js';

export async function freezeBoth(from: number, to: number) {
  await Promise.all([
    db.update(accounts).set({ frozen: from }).where(eq(accounts.id, from)),
    db.update(accounts).set({ frozen: to }).where(eq(accounts.id, to)),
  ]);
}
