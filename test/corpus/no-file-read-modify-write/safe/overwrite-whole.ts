// safe: what is written comes from the argument alone
import { readFile, writeFile } from 'node:fs/promises';

export async function replace(config: object) {
  const before = await readFile('config.json', 'utf8');
  await writeFile('config.json', JSON.stringify(config));
  console.log('replaced %d bytes', before.length);
}
