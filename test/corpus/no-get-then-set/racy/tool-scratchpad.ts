import { Redis } from 'ioredis';
import { z } from 'zod';

interface Tool<I> {
  name: string;
  description: string;
  input: z.ZodType<I>;
  run(input: I, context: { conversation: string; signal: AbortSignal }): Promise<string>;
}

const redis = new Redis(process.env.REDIS_URL!);

export const remember: Tool<{ topic: string; fact: string }> = {
  name: 'remember',
  description: 'Stores a fact for later turns and for the other assistants.',
  input: z.object({ topic: z.string().min(1), fact: z.string().max(500) }),

  async run({ topic, fact }, { conversation, signal }) {
    signal.throwIfAborted();
    const pad: Record<string, string[]> = JSON.parse((await redis.get('pad:' + conversation)) || '{}');
    const facts = pad[topic] ?? [];
    if (facts.includes(fact)) {
      return 'already known';
    }
    await redis.set('pad:' + conversation, JSON.stringify({ ...pad, [topic]: [...facts, fact] })); // RACE
    return `noted under ${topic}`;
  },
};

export const recall: Tool<{ topic: string }> = {
  name: 'recall',
  description: 'Reads the facts of a topic.',
  input: z.object({ topic: z.string() }),

  async run({ topic }, { conversation }) {
    const pad = JSON.parse((await redis.get('pad:' + conversation)) || '{}') as Record<string, string[]>;
    return (pad[topic] ?? []).join('\n') || 'nothing known';
  },
};
