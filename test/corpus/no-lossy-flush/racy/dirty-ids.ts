import { db } from "./db";
const dirty = new Set<string>();
export function markDirty(id: string) { dirty.add(id); }
export async function flush(docs: Map<string, object>) {
  for (const id of [...dirty]) {
    await db.save(id, docs.get(id));
    dirty.delete(id); // RACE
  }
}
