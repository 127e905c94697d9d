import { eq } from "drizzle-orm";
import { db, runs } from "./db";
async function update(id: number, patch: Partial<{ status: string; result: string }>) {
  await db.update(runs).set(patch).where(eq(runs.id, id));
}
export async function runTools(id: number, tools: Array<{ name: string; call(): Promise<string> }>) {
  await Promise.all(tools.map(async (tool) => {
    const result = await tool.call();
    await update(id, { status: tool.name, result }); // RACE
  }));
}
