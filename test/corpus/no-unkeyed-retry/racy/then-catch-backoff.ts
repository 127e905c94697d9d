import { createClient } from 'redis';

const client = createClient();

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function count(metric: string, by: number, left = 4): Promise<number> {
  return client.incrBy(`usage:${metric}`, by).catch((error: Error) => { // RACE
    if (left === 0) throw error;
    return later(100).then(() => count(metric, by, left - 1));
  });
}
