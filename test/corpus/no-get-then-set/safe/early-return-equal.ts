// safe: write skipped when equal; the written value is the argument
import { kv } from '@vercel/kv';

export async function setTitle(docId: string, title: string): Promise<boolean> {
  const old = await kv.hget<string>(`doc:${docId}`, 'title');
  if (old === title) return false;
  await kv.hset(`doc:${docId}`, { title });
  return true;
}
