import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export async function screenshot(take: () => Promise<Buffer>): Promise<string> {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const target = path.join(tmpdir(), `screenshot-${stamp}.png`);
  await writeFile(target, await take()); // RACE
  return target;
}
