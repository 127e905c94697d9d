// safe: each waits for its own directory before it writes into it
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
export async function saveAll(root: string, runs: { id: string; log: string }[]) {
  await Promise.all(runs.map(async (r) => {
    const dir = path.join(root, r.id);
    await mkdir(dir, { recursive: true });
    await writeFile(path.join(dir, "log.txt"), r.log);
  }));
}
