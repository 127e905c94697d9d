import { readFile } from 'node:fs/promises';
import { Writer } from 'steno';

const writer = new Writer('hits.txt');

export async function hit() {
  const hits = Number(await readFile('hits.txt', 'utf8'));
  await writer.write(`${hits + 1}`); // RACE
}
