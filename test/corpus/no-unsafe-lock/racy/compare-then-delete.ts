import { createClient } from 'redis';
import { randomUUID } from 'node:crypto';

const client = createClient();

export async function withLock(name: string, work: () => Promise<void>): Promise<void> {
  const token = randomUUID();
  const key = `lock:${name}`;
  const reply = await client.set(key, token, { PX: 5000, NX: true });
  if (reply !== 'OK') return;
  try {
    await work();
  } finally {
    if ((await client.get(key)) === token) {
      await client.del(key); // RACE
    }
  }
}
