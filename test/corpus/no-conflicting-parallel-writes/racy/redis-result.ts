import { Redis } from 'ioredis';
import { summarise } from './llm.js';

const redis = new Redis();

export async function summariseAll(job: string, pages: string[]): Promise<void> {
  await Promise.all(
    pages.map(async (page) => {
      const summary = await summarise(page);
      await redis.set(`job:${job}:summary`, summary); // RACE
    }),
  );
}
