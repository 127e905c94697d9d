// safe: the failure of the one who comes second is taken in
import { access, mkdir } from 'node:fs/promises';

export async function ensure(dir) {
  try {
    await access(dir);
  } catch {
    await mkdir(dir).catch(() => undefined);
  }
}
