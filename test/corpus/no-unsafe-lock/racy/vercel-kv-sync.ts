import { kv } from '@vercel/kv';
import { pull } from './pull';

export async function sync(account: string): Promise<void> {
  const lockKey = `sync-lock:${account}`;
  if (!(await kv.set(lockKey, 'x', { nx: true }))) return; // RACE
  try {
    await pull(account);
  } finally {
    await kv.del(lockKey);
  }
}
