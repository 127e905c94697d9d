import { writeFile, readFile, unlink } from 'node:fs/promises';

export async function lint(text, run) {
  const file = `/tmp/lint-${process.pid}.js`;
  await writeFile(file, text); // RACE
  const result = await run(file);
  await unlink(file);
  return result;
}
