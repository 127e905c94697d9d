// safe: the options come from elsewhere
import { lock, type LockOptions } from 'proper-lockfile';
import { patch } from './patch.js';

export async function patchManifest(path: string, options: LockOptions): Promise<void> {
  const release = await lock(path, { realpath: false, ...options });
  try {
    await patch(path);
  } finally {
    await release();
  }
}
