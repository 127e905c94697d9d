import { lock, unlock } from 'proper-lockfile';
import { patch } from './patch.js';

export async function patchManifest(path, change) {
  await lock(path, { realpath: false }); // RACE
  try {
    await patch(path, change);
  } finally {
    await unlock(path, { realpath: false });
  }
}
