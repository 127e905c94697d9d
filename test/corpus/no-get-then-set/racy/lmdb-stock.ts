import { open } from 'lmdb';

const db = open<number, string>({ path: 'stock', compression: true });

export async function take(sku: string, quantity: number): Promise<number> {
  const stock = db.get(sku) ?? 0;
  if (stock < quantity) throw new RangeError('sold out');
  await db.put(sku, stock - quantity); // RACE
  return stock - quantity;
}
