// safe: the output is another file than the input
import { readFile, writeFile } from 'node:fs/promises';

export async function convert(input: string, output: string) {
  const rows = JSON.parse(await readFile(input, 'utf8')) as string[][];
  await writeFile(output, rows.map((row) => row.join(';')).join('\n'));
}
