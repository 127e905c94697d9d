import { drizzle } from 'drizzle-orm/node-postgres';
import { chunks } from './schema';
const db = drizzle(process.env.DB!);
export async function store(parts: string[], vectors: number[][]) {
  await db.insert(chunks).values(parts.map((content, i) => ({ id: `chunk-${i}`, content, embedding: vectors[i] }))).onConflictDoUpdate({ target: chunks.id, set: { content: 'x' } }); // RACE
}
