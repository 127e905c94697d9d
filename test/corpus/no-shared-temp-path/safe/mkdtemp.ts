// safe: a directory of its own
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function compile(code: string, run: (file: string) => Promise<void>) {
  const dir = await mkdtemp(join(tmpdir(), 'compile-'));
  try {
    await writeFile(join(dir, 'main.c'), code);
    await run(join(dir, 'main.c'));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
