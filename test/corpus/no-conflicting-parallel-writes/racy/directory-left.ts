import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
export async function saveRun(root: string, runId: string, log: string) {
  const dir = path.join(root, runId);
  mkdir(dir, { recursive: true }); // RACE
  await writeFile(path.join(dir, "log.txt"), log);
}
