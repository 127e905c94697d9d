// SAFE: the bytes are the caller's own; a file of the same name is not made from what was there.
import pRetry from 'p-retry';
import { bucket } from './bucket.js';

export async function upload(name: string, bytes: Uint8Array): Promise<void> {
  const { exists } = await bucket.stat(name);
  if (exists) return;
  await pRetry(() => bucket.put(name, bytes, { ifNoneMatch: '*' }), { retries: 3 });
}
