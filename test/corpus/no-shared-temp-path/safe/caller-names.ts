// safe: the caller says where the output goes
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function exportTo(directory: string, name: string, data: string) {
  await writeFile(join(directory, name), data);
}
