// safe: class Redis of this file is an in-memory stub
class Redis {
  private m = new Map<string, string>();
  get(k: string) {
    return this.m.get(k) ?? null;
  }
  set(k: string, v: string) {
    this.m.set(k, v);
  }
}

const redis = new Redis();

export function nextId(kind: string): number {
  const id = Number(redis.get(kind) ?? 0) + 1;
  redis.set(kind, String(id));
  return id;
}
