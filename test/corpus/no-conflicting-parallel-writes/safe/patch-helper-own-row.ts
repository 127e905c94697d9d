// safe: each task changes its own row
import { db, runs } from "./db";
import { eq } from "drizzle-orm";
async function update(id: number, patch: object) { await db.update(runs).set(patch).where(eq(runs.id, id)); }
export async function all(list: { id: number; run(): Promise<string> }[]) {
  await Promise.all(list.map(async (r) => update(r.id, { result: await r.run() })));
}
