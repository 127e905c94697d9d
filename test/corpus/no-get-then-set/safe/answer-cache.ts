// safe: a model's answer is stored on a miss and returned on a hit
import { createHash } from 'node:crypto';
import { Redis } from '@upstash/redis';

interface Answer {
  text: string;
  model: string;
}

const store = new Redis({ url: process.env.UPSTASH_URL!, token: process.env.UPSTASH_TOKEN! });

const fingerprint = (model: string, prompt: string) =>
  createHash('sha1').update(model).update('\0').update(prompt).digest('base64url');

export async function answer(
  model: string,
  prompt: string,
  call: (prompt: string) => Promise<string>,
): Promise<Answer & { cached: boolean }> {
  const key = `answer:${fingerprint(model, prompt)}`;
  const hit = await store.get<Answer>(key).catch(() => null);
  if (hit?.model === model) return { ...hit, cached: true };

  const fresh: Answer = { text: await call(prompt), model };
  await store.setex(key, 24 * 3600, fresh).catch((error) => console.warn('cache is down', error));
  return { ...fresh, cached: false };
}
