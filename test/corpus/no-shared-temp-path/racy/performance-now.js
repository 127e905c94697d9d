import { writeFile } from 'node:fs/promises';
import os from 'node:os';

export async function record(sample, analyse) {
  const file = `${os.tmpdir()}/sample-${Math.floor(performance.now())}.wav`;
  await writeFile(file, sample); // RACE
  return analyse(file);
}
