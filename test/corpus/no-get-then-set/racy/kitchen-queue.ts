import { createClient } from 'redis';

const client = createClient({ url: process.env.KITCHEN_REDIS });
await client.connect();

interface Order {
  table: number;
  dishes: string[];
  ready: string[];
}

export async function dishReady(position: number, dish: string) {
  const entry = await client.lIndex('kitchen:orders', position);
  if (!entry) return undefined;
  const order = JSON.parse(entry) as Order;
  order.ready = [...order.ready, dish];
  await client.lSet('kitchen:orders', position, JSON.stringify(order)); // RACE
  return order.ready.length === order.dishes.length;
}
