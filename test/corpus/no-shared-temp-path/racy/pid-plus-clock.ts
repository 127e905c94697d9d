import { writeFile, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
export async function lintText(text: string): Promise<number> {
  const file = join(tmpdir(), `lint-${process.pid}-${Date.now()}.js`);
  await writeFile(file, text); // RACE
  const code = await new Promise<number>((resolve) => spawn('eslint', [file]).on('close', resolve));
  await rm(file, { force: true });
  return code;
}
