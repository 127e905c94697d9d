// safe: an in-memory Map that happens to be called redis
const redis = new Map<string, number>();

export function count(word: string): number {
  const n = redis.get(word) ?? 0;
  redis.set(word, n + 1);
  return n + 1;
}

export function histogram(text: string): [string, number][] {
  for (const w of text.toLowerCase().split(/\W+/)) if (w) count(w);
  return [...redis.entries()].sort((a, b) => b[1] - a[1]);
}
