// safe: a failure goes to the caller
import { Redis } from 'ioredis';

const redis = new Redis();

export async function countVisits(pages: string[]): Promise<void> {
  for (const page of pages) {
    try {
      await redis.incr(`visits:${page}`);
    } catch (error) {
      console.warn('not counted', page, error);
    }
  }
}
