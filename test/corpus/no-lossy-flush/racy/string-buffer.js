import { promises as fs } from 'node:fs';

let text = '';

export function print(chunk) {
  text += chunk;
}

export async function dump(file) {
  await fs.appendFile(file, text);
  text = ''; // RACE
}
