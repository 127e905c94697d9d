// safe: SET … GET swaps in one command
import Redis from 'ioredis';

/** Doors send their state twice now and then; only a change is told. */
type Door = 'open' | 'closed';

export function doorWatcher(redis: Redis, notify: (door: string, from: string | null, to: Door) => void) {
  return async (door: string, state: Door): Promise<void> => {
    const before = await redis.set(`door:${door}`, state, 'GET');
    if (before !== state) {
      notify(door, before, state);
      await redis.lpush(`door:${door}:log`, `${Date.now()} ${state}`);
    }
  };
}
