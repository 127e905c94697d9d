// The wait comes first; read and write are one step
import { LRUCache } from 'lru-cache';
import { countTokens } from './tokens.js';

const spent = new LRUCache<string, number>({ max: 5000 });

export async function charge(user: string, prompt: string): Promise<number> {
  const tokens = await countTokens(prompt);
  const after = (spent.get(user) ?? 0) + tokens;
  spent.set(user, after);
  return after;
}
