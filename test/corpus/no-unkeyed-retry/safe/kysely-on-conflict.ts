// SAFE: a booking with the same id is left alone.
import type { Kysely } from 'kysely';
import { withRetry } from '@acme/resilience';
import type { Database } from './schema.js';

export class Ledger {
  constructor(private readonly db: Kysely<Database>) {}

  book(id: string, account: string, cents: number) {
    return withRetry(() =>
      this.db
        .insertInto('bookings')
        .values({ id, account, cents })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute(),
    );
  }
}
