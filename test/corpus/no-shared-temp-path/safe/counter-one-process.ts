// Safe: counted in the one process that there is, which empties the folder when it starts.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

const home = await mkdtemp(join(tmpdir(), 'scores-'));
let sheets = 0;

export async function engrave(source: string): Promise<string> {
  const score = join(home, `score-${sheets++}.ly`);
  await writeFile(score, source);
  const { stdout } = await execa('lilypond', ['-o', '-', score]);
  await rm(score, { force: true });
  return stdout;
}
