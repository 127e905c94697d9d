// A local cache with methods that wait for nothing
import { fetchUser, type User } from './users.js';

class MemoryCache<Value> {
  private readonly entries = new Map<string, Value>();

  get(key: string): Value | undefined {
    return this.entries.get(key);
  }

  set(key: string, value: Value): void {
    this.entries.set(key, value);
  }
}

const hits = new MemoryCache<number>();

export async function user(id: string): Promise<User> {
  hits.set(id, (hits.get(id) ?? 0) + 1);
  return fetchUser(id);
}
