// safe: released on both ways
import { Mutex } from 'async-mutex';
import { write } from './disk.js';

const mutex = new Mutex();

export async function save(text) {
  const release = await mutex.acquire();
  try {
    await write(text);
    release();
  } catch (error) {
    release();
    throw error;
  }
}
