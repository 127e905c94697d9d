import { createClient } from 'redis';
import { rebuild } from './search.js';

const client = createClient();

export async function rebuildIndex(): Promise<void> {
  const reply = await client.sendCommand(['SET', 'lock:search-index', 'me', 'NX']); // RACE
  if (reply !== 'OK') return;
  try {
    await rebuild();
  } finally {
    await client.sendCommand(['DEL', 'lock:search-index']);
  }
}
