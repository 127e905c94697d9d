import { EventEmitter } from 'node:events';
import { Redis } from 'ioredis';

const redis = new Redis();
export const signups = new EventEmitter();

const STEPS = new Set(['visit', 'form', 'confirm', 'paid']);

signups.on('step', (step: string, visitor: string) => {
  if (!STEPS.has(step)) return;
  (async () => {
    const funnel = JSON.parse((await redis.get('funnel')) ?? '{}') as Record<string, string[]>;
    (funnel[step] ??= []).push(visitor);
    await redis.set('funnel', JSON.stringify(funnel)); // RACE
  })().catch((error: unknown) => console.error('funnel', error));
});
