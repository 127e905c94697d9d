// safe: the map is read again after the await
import { stem } from './stemmer.js';

const frequency = new Map<string, number>();

export async function count(word: string): Promise<number> {
  const before = frequency.get(word) ?? 0;
  console.debug('seen so far', before);
  const key = await stem(word);
  const now = (frequency.get(key) ?? 0) + 1;
  frequency.set(key, now);
  return now;
}
