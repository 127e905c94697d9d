// SAFE: a conflict starts over at `get`.
import { casPut, get } from './store-client.js';

type Outcome = { ok: true } | { ok: false; reason: 'conflict' | 'unavailable' };

async function write(key: string, value: unknown, etag: string): Promise<Outcome> {
  const response = await casPut(key, value, { ifMatch: etag });
  if (response.status === 412) return { ok: false, reason: 'conflict' };
  return response.ok ? { ok: true } : { ok: false, reason: 'unavailable' };
}

export async function enqueue(key: string, job: string) {
  for (;;) {
    const { value, etag } = await get(key);
    const queue = [...value.queue, job];
    const outcome = await write(key, { ...value, queue }, etag);
    if (outcome.ok) return;
    if (outcome.reason !== 'conflict') throw new Error(outcome.reason);
  }
}
