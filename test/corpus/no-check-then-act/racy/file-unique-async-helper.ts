import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
const NOTES = '/srv/notes';
async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
async function freeSlug(title: string): Promise<string> {
  const base = title.toLowerCase().replaceAll(' ', '-');
  let slug = base;
  for (let n = 2; await exists(join(NOTES, `${slug}.md`)); n++) slug = `${base}-${n}`;
  return slug;
}
export async function createNote(title: string, body: string): Promise<string> {
  const slug = await freeSlug(title);
  await writeFile(join(NOTES, `${slug}.md`), body); // RACE
  return slug;
}
