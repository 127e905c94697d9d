import { db } from './db.js';
import { cache } from './schema.js';

export async function rebuild(entries: { key: string; value: string }[]): Promise<void> {
  db.delete(cache).catch((error: unknown) => console.error(error));
  await db.insert(cache).values(entries); // RACE
}
