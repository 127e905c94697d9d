// safe: single process by design, one keyed lock spans read and write
import AsyncLock from 'async-lock';
import { createClient } from 'redis';

// One kiosk, one process, one local Redis that nobody else can reach.
const client = createClient({ socket: { path: '/run/redis.sock', tls: false } });
const locks = new AsyncLock({ timeout: 2000 });

await client.connect();

export async function addDish(table: number, dish: string): Promise<string[]> {
  const key = `table:${table}`;
  return locks.acquire(key, async () => {
    const dishes: string[] = JSON.parse((await client.get(key)) ?? '[]');
    dishes.push(dish);
    await client.set(key, JSON.stringify(dishes));
    return dishes;
  });
}
