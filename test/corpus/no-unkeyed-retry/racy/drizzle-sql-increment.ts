import { eq, sql } from 'drizzle-orm';
import { db } from './db.js';
import { wallets } from './schema.js';
import { withBackoff } from './with-backoff.js';

export const topUp = (id: string, cents: number) =>
  withBackoff(() =>
    db.update(wallets).set({ cents: sql`${wallets.cents} + ${cents}` }).where(eq(wallets.id, id)), // RACE
  );
