import { Mutex } from 'async-mutex';
import { insert } from './db.js';

const mutex = new Mutex();
let buffer: unknown[] = [];

export function add(item: unknown): void {
  buffer.push(item);
}

export async function flush(): Promise<void> {
  await mutex.runExclusive(async () => {
    await insert(buffer);
    buffer = []; // RACE
  });
}
