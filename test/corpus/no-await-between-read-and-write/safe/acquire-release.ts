// safe: acquired before the read, released in finally after the write
import { Mutex } from 'async-mutex';
import { archive } from './archive.js';

const mutex = new Mutex();
let nextId = 1;

export async function createTicket(title: string): Promise<number> {
  const release = await mutex.acquire();
  try {
    const id = nextId;
    await archive({ id, title });
    nextId = id + 1;
    return id;
  } finally {
    release();
  }
}
