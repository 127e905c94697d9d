import type { Kysely } from 'kysely';
import { withRetry } from '@acme/resilience';
import type { Database } from './schema.js';

export class Ledger {
  constructor(private readonly db: Kysely<Database>) {}

  book(account: string, cents: number) {
    return withRetry(() => this.db.insertInto('bookings').values({ account, cents }).execute()); // RACE
  }
}
