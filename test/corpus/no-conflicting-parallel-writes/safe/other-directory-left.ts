// safe: what is removed is not what is written
import { rm, writeFile } from "node:fs/promises";
export async function cleanup(tmp: string, out: string, text: string) {
  rm(tmp, { recursive: true, force: true }).catch(() => {});
  await writeFile(out, text);
}
