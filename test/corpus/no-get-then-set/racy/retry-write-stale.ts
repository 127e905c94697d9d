import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();

async function withRetries<T>(times: number, work: () => Promise<T>): Promise<T> {
  let last: unknown;
  for (let i = 0; i < times; i++) {
    try {
      return await work();
    } catch (error) {
      last = error;
      await new Promise((r) => setTimeout(r, 2 ** i * 50));
    }
  }
  throw last;
}

export async function tagTicket(ticket: string, tag: string): Promise<string[]> {
  const tags = (await redis.get<string[]>(`ticket:${ticket}:tags`)) ?? [];
  const next = tags.includes(tag) ? tags : [...tags, tag];
  await withRetries(4, () => redis.set(`ticket:${ticket}:tags`, next)); // RACE
  return next;
}
