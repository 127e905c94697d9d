// safe: fresh random value; the previous one is handed back
import { randomBytes } from 'node:crypto';
import { createClient } from 'redis';

export async function rotate(client: ReturnType<typeof createClient>, tenant: string) {
  const previous = await client.get(`nonce:${tenant}`);
  const current = randomBytes(16).toString('hex');
  await client.set(`nonce:${tenant}`, current, { EX: 600 });
  return { previous, current };
}
