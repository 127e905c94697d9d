// safe: what is awaited has nothing to do with what is cleared
import { loadRules } from './rules.js';

const cache = new Map<string, string>();

export function remember(key: string, value: string): void {
  cache.set(key, value);
}

export async function reload(): Promise<void> {
  await loadRules();
  cache.clear();
}
