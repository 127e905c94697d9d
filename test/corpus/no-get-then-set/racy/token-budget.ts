import { Redis as Upstash } from '@upstash/redis';

const store = new Upstash({ url: process.env.UPSTASH_URL!, token: process.env.UPSTASH_TOKEN! });

type Usage = { prompt: number; completion: number; calls: number };

/** Wraps a model call and books what it used on the agent's budget. */
export function metered<T extends { usage: { prompt: number; completion: number } }>(
  agentId: string,
  call: (prompt: string) => Promise<T>,
): (prompt: string) => Promise<T> {
  return async (prompt) => {
    const before = await store.hgetall<Usage>(`budget:${agentId}`);
    const { prompt: p = 0, completion: c = 0, calls = 0 } = before ?? {};

    const result = await call(prompt);

    await store.hset(`budget:${agentId}`, { prompt: p + result.usage.prompt, completion: c + result.usage.completion, calls: calls + 1 }); // RACE
    return result;
  };
}
