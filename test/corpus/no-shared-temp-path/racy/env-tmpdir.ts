import { writeFile } from 'node:fs/promises';

const SCRATCH = process.env.TMPDIR ?? '/tmp';

export async function prompt(messages: object[], call: (file: string) => Promise<string>) {
  const file = `${SCRATCH}/prompt.json`;
  await writeFile(file, JSON.stringify(messages)); // RACE
  return call(file);
}
