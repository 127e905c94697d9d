// safe: asked again under the lock, so that the first answer need not hold
import { existsSync, writeFileSync } from 'node:fs';
import lockfile from 'proper-lockfile';

export async function prepare(file) {
  if (existsSync(file)) return;
  const release = await lockfile.lock('.', { retries: 10 });
  try {
    if (!existsSync(file)) writeFileSync(file, '{}');
  } finally {
    await release();
  }
}
