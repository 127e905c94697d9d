import { and, eq } from 'drizzle-orm';
import { db } from './db';
import { documents } from './schema';

export async function appendLine(id: string, line: string) {
  const [first] = await db.select().from(documents).where(eq(documents.id, id));
  const lines = [...first.lines, line];

  for (let attempt = 1; attempt <= 5; attempt++) {
    const [current] = await db.select({ version: documents.version }).from(documents).where(eq(documents.id, id));
    const updated = await db // RACE
      .update(documents)
      .set({ lines, version: current.version + 1 })
      .where(and(eq(documents.id, id), eq(documents.version, current.version)))
      .returning();
    if (updated.length === 1) return updated[0];
  }
  throw new Error('too many conflicts');
}
