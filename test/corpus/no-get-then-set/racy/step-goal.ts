import { Redis } from 'ioredis';

const redis = new Redis(process.env.REDIS_URL!);

const today = () => new Date().toISOString().slice(0, 10);

/** Adds steps that a watch has counted since its last report. */
export async function addSteps(wearer: string, steps: number): Promise<void> {
  if (!Number.isInteger(steps) || steps < 1) {
    throw new RangeError('steps must be a positive integer');
  }

  const key = `steps:${wearer}:${today()}`;
  await redis.set(key, steps + Number(await redis.get(key)), 'EX', 172_800); // RACE
}
