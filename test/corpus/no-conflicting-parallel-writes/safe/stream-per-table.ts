// Safe: each table goes into a file of its own.
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { exportRows } from './rows.js';

export async function exportTables(tables: string[]): Promise<void> {
  await Promise.all(
    tables.map(async (table) => {
      await pipeline(exportRows(table), createWriteStream(`export-${table}.csv`));
    }),
  );
}
