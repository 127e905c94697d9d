// SAFE: a marker that a message was handled; nobody lets go of it, and nobody waits for it.
import { Redis } from 'ioredis';

const redis = new Redis();

export async function handleOnce(id: string, handle: () => Promise<void>): Promise<void> {
  const isFirst = await redis.set(`handled:${id}`, '1', 'NX');
  if (!isFirst) return;
  await handle();
}
