// safe: every request has a batch of its own
import { insertRows } from './warehouse.js';
import { Batch } from './batch.js';

export async function handler(request: { rows: object[] }): Promise<number> {
  const batch = new Batch();
  for (const row of request.rows) batch.add(row);
  const size = batch.size;
  await insertRows(batch.items);
  batch.items = [];
  return size;
}
