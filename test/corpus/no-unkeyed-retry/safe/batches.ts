// safe: each batch is written once, a failed one is reported
import type { Knex } from 'knex';

export async function importRows(knex: Knex, rows: object[]) {
  const failed: number[] = [];
  for (let start = 0; start < rows.length; start += 100) {
    try {
      await knex('rows').insert(rows.slice(start, start + 100));
    } catch (error) {
      failed.push(start);
    }
  }
  return failed;
}
