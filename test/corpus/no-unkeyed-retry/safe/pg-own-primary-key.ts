// safe: the row's id is made before the first try, a second one violates the primary key
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { retry } from 'ts-retry-promise';

export async function comment(pool: Pool, author: string, text: string) {
  const id = randomUUID();
  await retry(() => pool.query('INSERT INTO comments (id, author, text) VALUES ($1, $2, $3)', [id, author, text]), {
    retries: 3,
  });
  return id;
}
