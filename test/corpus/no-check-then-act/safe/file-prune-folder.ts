// safe: what is too much is removed, and nothing is added
import fs from "node:fs/promises"; import path from "node:path";
export async function prune(dir: string, keep: number) {
  const files = (await fs.readdir(dir)).sort();
  if (files.length <= keep) return;
  for (const f of files.slice(0, files.length - keep)) await fs.rm(path.join(dir, f), { force: true });
}
