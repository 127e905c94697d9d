// safe: wx fails where another has made it
import { writeFile } from 'node:fs/promises';

export async function claim(owner: string) {
  await writeFile('/tmp/leader', owner, { flag: 'wx' });
}
