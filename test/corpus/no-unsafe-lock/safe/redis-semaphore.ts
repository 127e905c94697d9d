// safe: redis-semaphore as documented
import Redis from 'ioredis';
import { Mutex } from 'redis-semaphore';
import { reindex } from './reindex.js';

const redis = new Redis();

export async function reindexAll(): Promise<number> {
  const mutex = new Mutex(redis, 'reindex', { lockTimeout: 30_000, acquireTimeout: 5000 });
  await mutex.acquire();
  try {
    return await reindex();
  } finally {
    await mutex.release();
  }
}
