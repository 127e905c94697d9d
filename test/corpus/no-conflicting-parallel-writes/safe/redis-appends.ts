// safe: pushes and increments are atomic
import { Redis } from 'ioredis';
import { judge } from './judges.js';

const redis = new Redis();

export async function collect(job: string, inputs: string[]): Promise<void> {
  await Promise.all(
    inputs.map(async (input) => {
      const verdict = await judge(input);
      await redis.rpush(`job:${job}:verdicts`, verdict);
      await redis.incr(`job:${job}:done`);
    }),
  );
}
