import { insertRows, type Row } from './warehouse.js';

const LIMIT = 100;
let rows: Row[] = [];

export async function ingest(row: Row): Promise<void> {
  rows.push(row);
  if (rows.length >= LIMIT) {
    await insertRows(rows);
    rows = []; // RACE
  }
}
