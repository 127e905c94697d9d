import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import fs from 'node:fs/promises';
const sh = promisify(exec);
export async function gif(video: string): Promise<Buffer> {
  const out = `/tmp/clip-${Date.now()}.gif`;
  await sh(`ffmpeg -y -i "${video}" -vf fps=10 ${out}`); // RACE
  return fs.readFile(out);
}
