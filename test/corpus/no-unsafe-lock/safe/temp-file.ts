// safe: a temporary file that nobody else makes is no lock
import { unlink, writeFile } from 'node:fs/promises';
import { convert } from './convert.js';

export async function convertText(path: string, text: string): Promise<string> {
  const input = `${path}.in`;
  await writeFile(input, text, { flag: 'wx' });
  try {
    return await convert(input);
  } finally {
    await unlink(input);
  }
}
