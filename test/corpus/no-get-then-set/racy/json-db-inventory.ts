import { Config, JsonDB } from 'node-json-db';

const db = new JsonDB(new Config('inventory', true, false, '/'));

export async function restock(sku: string, count: number): Promise<void> {
  const item = await db.getObjectDefault<{ count: number }>(`/items/${sku}`, { count: 0 });
  await db.push(`/items/${sku}`, { count: item.count + count }); // RACE
}
