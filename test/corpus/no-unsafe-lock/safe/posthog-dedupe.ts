// safe: the mark is deleted only where the work has failed
import { createClient } from 'redis';
import { capture } from './analytics.js';

const client = createClient();

export async function captureOnce(id: string): Promise<void> {
  const first = await client.set(`captured:${id}`, '1', { NX: true, EX: 172_800 });
  if (first === null) return;
  const captured = await capture(id);
  if (captured) return;
  await client.del(`captured:${id}`);
}
