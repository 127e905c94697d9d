import { Redis } from '@upstash/redis';
import { fast, slow } from './models.js';

const redis = Redis.fromEnv();

async function answerWith(model: (question: string) => Promise<string>, question: string): Promise<void> {
  const answer = await model(question);
  await redis.set(`answer:${question}`, answer); // RACE
}

export async function quickest(question: string): Promise<void> {
  await Promise.race([answerWith(fast, question), answerWith(slow, question)]);
}
