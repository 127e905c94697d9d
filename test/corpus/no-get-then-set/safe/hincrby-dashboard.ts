// safe: the hash is read for a log line, the change is HINCRBY
import { createClient } from 'redis';

const client = createClient();

export async function recordSale(shop: string, cents: number) {
  const before = await client.hGetAll(`shop:${shop}`);
  console.debug('before sale', before);
  const [orders, revenue] = await Promise.all([
    client.hIncrBy(`shop:${shop}`, 'orders', 1),
    client.hIncrBy(`shop:${shop}`, 'revenue', cents),
  ]);
  await client.hSet(`shop:${shop}`, 'lastSaleAt', new Date().toISOString());
  return { orders, revenue };
}
