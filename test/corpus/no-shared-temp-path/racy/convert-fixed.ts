import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export async function toPng(svg: string): Promise<Buffer> {
  const source = join(tmpdir(), 'input.svg');
  const target = join(tmpdir(), 'output.png');
  await writeFile(source, svg); // RACE
  await run('rsvg-convert', ['-o', target, source]); // RACE
  return readFile(target);
}
