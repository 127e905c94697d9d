// safe: the batch belongs to this call
import { insertRows, type Row } from './warehouse.js';

export async function importAll(rows: AsyncIterable<Row>): Promise<void> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length >= 100) {
      await insertRows(batch);
      batch = [];
    }
  }
  if (batch.length > 0) await insertRows(batch);
}
