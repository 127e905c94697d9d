// safe: a worker that takes a lock for each job, and goes on to the next where it is held
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { RELEASE } from './scripts.js';
import { nextJob, run } from './jobs.js';

const redis = new Redis();

export async function work(): Promise<never> {
  for (;;) {
    const job = await nextJob();
    const token = randomUUID();
    const lock = `lock:job:${job.id}`;
    if ((await redis.set(lock, token, 'PX', 30_000, 'NX')) === 'OK') {
      try {
        await run(job);
      } finally {
        await redis.eval(RELEASE, 1, lock, token);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
