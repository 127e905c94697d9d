// safe: a failed removal is noted, and the answer says that it was not this call
import { stat, unlink } from 'node:fs/promises';

export async function removeUpload(file: string, log: (text: string) => void): Promise<boolean> {
  const info = await stat(file).catch(() => undefined);
  if (!info?.isFile()) return false;
  try {
    await unlink(file);
    return true;
  } catch (error) {
    log(`${file}: ${String(error)}`);
    return false;
  }
}
