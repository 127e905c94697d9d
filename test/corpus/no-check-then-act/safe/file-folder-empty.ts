// safe: the list is written elsewhere, and whether there is any decides
import fs from "node:fs/promises"; import path from "node:path";
export async function report(dir: string, id: string) {
  const files = await fs.readdir(dir);
  if (files.length === 0) return;
  await fs.writeFile(path.join(dir, "..", `${id}-index.json`), JSON.stringify(files));
}
