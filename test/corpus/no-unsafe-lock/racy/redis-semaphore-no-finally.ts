import Redis from 'ioredis';
import { Mutex } from 'redis-semaphore';
import { reindex } from './reindex.js';

const redis = new Redis();

export async function reindexAll(): Promise<number> {
  const mutex = new Mutex(redis, 'reindex');
  await mutex.acquire(); // RACE
  const count = await reindex();
  await mutex.release();
  return count;
}
