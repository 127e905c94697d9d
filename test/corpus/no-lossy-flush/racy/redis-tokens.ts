import { Redis } from 'ioredis';

const redis = new Redis();
let tokens = 0;

export function spend(count: number): void {
  tokens += count;
}

export async function publishUsage(agent: string): Promise<void> {
  await redis.incrby(`usage:${agent}`, tokens);
  tokens = 0; // RACE
}
