// safe: the document tells the rows apart
import { drizzle } from 'drizzle-orm/node-postgres';
import { chunks } from './schema';
const db = drizzle(process.env.DB!);
export async function store(docId: string, parts: string[], vectors: number[][]) {
  await db.insert(chunks).values(parts.map((content, i) => ({ id: `${docId}-${i}`, content, embedding: vectors[i] }))).onConflictDoNothing();
}
