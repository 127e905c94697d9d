// safe: price and sold are of one hash, but sold is changed by HINCRBY
import { Redis, type Cluster } from 'ioredis';

type Connection = Redis | Cluster;

export const priceOf = async (db: Connection, item: string) => Number(await db.hget(`item:${item}`, 'price'));

export async function buy(db: Connection, item: string, qty: number) {
  const price = await priceOf(db, item);
  if (!Number.isFinite(price)) throw new Error(`item ${item} has no price`);

  const sold = await db.hincrby(`item:${item}`, 'sold', qty);
  const revenue = await db.hincrbyfloat(`item:${item}`, 'revenue', price * qty);
  return { sold, revenue: Number(revenue) };
}
