// safe: owner compared and deleted in one transaction, on a connection of its own
import { createClient } from 'redis';
import { randomUUID } from 'node:crypto';

const client = createClient();

export async function withLock(name: string, work: () => Promise<void>): Promise<void> {
  const token = randomUUID();
  const key = `lock:${name}`;
  if ((await client.set(key, token, { PX: 5000, NX: true })) !== 'OK') return;
  try {
    await work();
  } finally {
    const own = client.duplicate();
    await own.connect();
    await own.watch(key);
    if ((await own.get(key)) === token) {
      const done = await own.multi().del(key).exec();
      if (!done) console.warn('lost the lock', key);
    }
    await own.quit();
  }
}
