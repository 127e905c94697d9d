import { LRUCache } from 'lru-cache';
import { countTokens } from './tokens.js';

const spent = new LRUCache<string, number>({ max: 5000 });

export async function charge(user: string, prompt: string): Promise<number> {
  const before = spent.get(user) ?? 0;
  const tokens = await countTokens(prompt);
  const after = before + tokens;
  spent.set(user, after); // RACE
  return after;
}
