// safe: who adds takes the same lock
import { Mutex } from 'async-mutex';
import { insert } from './db.js';

const mutex = new Mutex();
let buffer: unknown[] = [];

export async function add(item: unknown): Promise<void> {
  await mutex.runExclusive(() => {
    buffer.push(item);
  });
}

export async function flush(): Promise<void> {
  await mutex.runExclusive(async () => {
    await insert(buffer);
    buffer = [];
  });
}
