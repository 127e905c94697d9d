// safe: a mark that an event was seen; it is deleted only so that a failed try can be repeated
import { Redis } from 'ioredis';
import { handle } from './handler.js';

const redis = new Redis();

export async function onEvent(id: string, body: unknown): Promise<void> {
  const first = await redis.set(`event:${id}`, '1', 'NX');
  if (!first) return;
  try {
    await handle(body);
  } catch (error) {
    await redis.del(`event:${id}`);
    throw error;
  }
}
