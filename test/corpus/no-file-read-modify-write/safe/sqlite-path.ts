// safe: reads a schema and hands it to a database
import { readFile } from 'node:fs/promises';
import type { Database } from 'better-sqlite3';

export async function migrate(db: Database) {
  const schema = await readFile('schema.sql', 'utf8');
  db.exec(schema);
}
