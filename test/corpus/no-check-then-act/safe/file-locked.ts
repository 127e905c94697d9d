// safe: under a file lock
import { existsSync, writeFileSync } from 'node:fs';
import lockfile from 'proper-lockfile';

export async function init(dir: string, file: string) {
  const release = await lockfile.lock(dir, { retries: 5 });
  try {
    if (!existsSync(file)) writeFileSync(file, '{}');
  } finally {
    await release();
  }
}
