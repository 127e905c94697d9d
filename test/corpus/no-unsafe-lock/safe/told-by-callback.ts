// safe: a Node callback is told the outcome while the lock is held, and nothing has to wait for it
import { Mutex } from 'async-mutex';

const mutex = new Mutex();
const seats = new Map<string, string>();

export async function reserve(seat: string, guest: string, cb: (error: Error | null, seat?: string) => void) {
  const release = await mutex.acquire();
  try {
    if (seats.has(seat)) return cb(new Error('taken'));
    seats.set(seat, guest);
    return cb(null, seat);
  } finally {
    release();
  }
}
