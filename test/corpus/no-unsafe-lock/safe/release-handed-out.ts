// safe: the caller lets go
import { Mutex } from 'async-mutex';

const mutexes = new Map<string, Mutex>();

export async function acquireFor(key: string): Promise<() => void> {
  let mutex = mutexes.get(key);
  if (!mutex) mutexes.set(key, (mutex = new Mutex()));
  const release = await mutex.acquire();
  return release;
}
