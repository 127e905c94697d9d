import type { Pool } from 'pg';
import { retry } from 'ts-retry-promise';

export function credit(pool: Pool, id: string, cents: number) {
  return retry(() => pool.query('UPDATE accounts SET balance = balance + $2 WHERE id = $1', [id, cents]), { // RACE
    retries: 3,
  });
}
