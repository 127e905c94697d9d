// safe: all that write it write the same
import { MongoClient } from "mongodb";
const c = new MongoClient("x").db("a").collection("jobs");
async function fail(id: string) { await c.updateOne({ _id: id as any }, { $set: { status: "failed" } }); }
export async function run(id: string, parts: { run(): Promise<void> }[]) {
  await Promise.all(parts.map(async (p) => {
    try { await p.run(); } catch { await fail(id); }
  }));
}
