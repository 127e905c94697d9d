// safe: facts are members of a set, agents only add
import { Redis } from 'ioredis';
import { z } from 'zod';

const redis = new Redis(process.env.REDIS_URL!);
const Input = z.object({ topic: z.string().min(1), fact: z.string().max(500) });

export async function remember(conversation: string, raw: unknown): Promise<string> {
  const { topic, fact } = Input.parse(raw);
  const added = await redis.sadd(`pad:${conversation}:${topic}`, fact);
  await redis.expire(`pad:${conversation}:${topic}`, 86_400);
  return added === 0 ? 'already known' : `noted under ${topic}`;
}

export async function recall(conversation: string, topic: string): Promise<string> {
  const facts = await redis.smembers(`pad:${conversation}:${topic}`);
  return facts.join('\n') || 'nothing known';
}

export async function transcript(conversation: string): Promise<string[]> {
  const turns = await redis.lrange(`turns:${conversation}`, 0, -1);
  return turns.map((turn) => JSON.parse(turn).text as string);
}
