// safe: errors are logged, and the release comes after them
import { Mutex } from 'async-mutex';
import { log } from './log.js';
import { sweep } from './sweep.js';

const mutex = new Mutex();

export async function sweepNow(): Promise<void> {
  const release = await mutex.acquire();
  try {
    await sweep();
  } catch (error) {
    log(error);
  }
  release();
}
