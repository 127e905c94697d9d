// safe: the index is part of the key
import { Redis } from 'ioredis';
import { summarise } from './llm.js';

const redis = new Redis();

export async function summariseAll(job: string, pages: string[]): Promise<void> {
  await Promise.all(
    pages.map(async (page, index) => {
      const summary = await summarise(page);
      await redis.set(`job:${job}:summary:${index}`, summary);
    }),
  );
}
