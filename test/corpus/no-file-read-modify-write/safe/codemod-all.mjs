// safe: a codemod over the files of a project, run by hand
import { glob, readFile, writeFile } from 'node:fs/promises';

export async function migrate(pattern) {
  for await (const file of glob(pattern)) {
    const source = await readFile(file, 'utf8');
    await writeFile(file, source.replaceAll('lodash.get', 'optional'));
  }
}
