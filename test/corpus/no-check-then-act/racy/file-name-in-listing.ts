import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
export async function saveNote(dir: string, title: string, text: string) {
  const names = await readdir(dir);
  const file = `${title}.md`;
  if (names.includes(file)) throw new Error("name taken");
  await writeFile(path.join(dir, file), text); // RACE
}
