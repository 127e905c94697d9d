// safe: redis-like name for an in-process fake, synchronous
type Entry = { value: string; expires: number };

class FakeStore {
  private readonly entries = new Map<string, Entry>();

  get(key: string): string | null {
    const entry = this.entries.get(key);
    return entry && entry.expires > Date.now() ? entry.value : null;
  }

  set(key: string, value: string, ttl = Infinity): void {
    this.entries.set(key, { value, expires: Date.now() + ttl });
  }
}

const redis = new FakeStore();

export function simulateVisits(pages: string[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const page of pages) {
    const visits = Number(redis.get(`visits:${page}`) ?? 0) + 1;
    redis.set(`visits:${page}`, String(visits));
    result[page] = visits;
  }
  return result;
}
