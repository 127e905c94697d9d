// safe: nothing between acquire and release can throw or wait
import { Mutex } from 'async-mutex';

const mutex = new Mutex();
let served = 0;

export async function serve(): Promise<number> {
  const release = await mutex.acquire();
  const ticket = (served += 1);
  release();
  return ticket;
}
