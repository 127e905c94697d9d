import { readFile, writeFile } from 'node:fs/promises';

export async function log(agent: string, message: string) {
  const previous = await readFile('shared.log', 'utf8').catch(() => '');
  await writeFile('shared.log', `${previous}[${agent}] ${message}\n`); // RACE
}
