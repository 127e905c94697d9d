import { Redis } from 'ioredis';

const redis = new Redis();

export async function countVisit(page: string): Promise<number> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await redis.incr(`visits:${page}`); // RACE
    } catch (error) {
      if (attempt === 3) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt));
    }
  }
}
