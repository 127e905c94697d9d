// safe: the stored answer comes from the model
import OpenAI from 'openai';
import { Redis } from '@upstash/redis';

const redis = Redis.fromEnv();
const openai = new OpenAI();

export async function ask(hash: string, prompt: string) {
  const cached = await redis.get<{ text: string; at: number }>(`answer:${hash}`);
  if (cached && Date.now() - cached.at < 3_600_000) return cached.text;

  let text = '';
  const stream = await openai.chat.completions.create({
    model: 'gpt-4o-mini', stream: true, messages: [{ role: 'user', content: prompt }],
  });
  for await (const part of stream) text += part.choices[0]?.delta?.content ?? '';
  await redis.set(`answer:${hash}`, { text, at: Date.now() });
  return text;
}
