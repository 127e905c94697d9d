import { acquireLock, releaseLock } from './redis-lock.js';
import { reprice } from './reprice.js';

export async function repriceAll(shop: string): Promise<void> {
  const token = await acquireLock(`shop:${shop}`); // RACE
  await reprice(shop);
  await releaseLock(`shop:${shop}`, token);
}
