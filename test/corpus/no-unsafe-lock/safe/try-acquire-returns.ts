// SAFE: `tryAcquire` that fails throws before anything is held; the release stands in `finally`.
import { Mutex, tryAcquire } from 'async-mutex';

const mutex = new Mutex();

export async function sync(run: () => Promise<void>): Promise<boolean> {
  let release;
  try {
    release = await tryAcquire(mutex).acquire();
  } catch {
    return false;
  }
  try {
    await run();
    return true;
  } finally {
    release();
  }
}
