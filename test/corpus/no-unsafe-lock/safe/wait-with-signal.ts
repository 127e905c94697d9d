// safe: the caller ends the wait by a signal
import Redis from 'ioredis';

export async function acquire(redis: Redis, name: string, token: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    if ((await redis.set(`lock:${name}`, token, 'PX', 5000, 'NX')) === 'OK') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
