// safe: the promise of the directory is waited for before the write
import { mkdir, writeFile } from "node:fs/promises";
const ready = mkdir("out", { recursive: true });
export async function save(name: string, text: string) {
  await ready;
  await writeFile(`out/${name}`, text);
}
export async function save2(name: string, text: string) {
  const made = mkdir("out2", { recursive: true });
  const body = text.toUpperCase();
  await made;
  await writeFile(`out2/${name}`, body);
}
