import { Client } from 'memjs';

const cache = Client.create();

export async function exclusively(name: string, work: () => Promise<void>): Promise<boolean> {
  const isMine = await cache.add(`mutex:${name}`, '1', {}); // RACE
  if (!isMine) return false;
  try {
    await work();
  } finally {
    await cache.delete(`mutex:${name}`);
  }
  return true;
}
