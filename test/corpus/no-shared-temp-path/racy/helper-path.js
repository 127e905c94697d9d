import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';

const scratch = (name) => resolve(tmpdir(), name);

export async function saveDiff(diff, apply) {
  await writeFile(scratch('change.patch'), diff); // RACE
  await apply(scratch('change.patch'));
}
