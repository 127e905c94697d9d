import Redis from 'ioredis';

const redis = new Redis();

type Fn<T> = (x: T) => T;
const pipe = <T>(...fns: Fn<T>[]) => (x: T): T => fns.reduce((acc, fn) => fn(acc), x);

interface Inventory { items: { sku: string; n: number }[]; weight: number }

const addItem = (sku: string): Fn<Inventory> => (inv) => ({
  ...inv,
  items: [...inv.items, { sku, n: 1 }],
});
const reweigh: Fn<Inventory> = (inv) => ({
  ...inv,
  weight: inv.items.reduce((sum, i) => sum + i.n * 2, 0),
});

export async function pickUp(playerId: string, sku: string): Promise<Inventory> {
  const raw = await redis.get(`inv:${playerId}`);
  const before: Inventory = raw ? JSON.parse(raw) : { items: [], weight: 0 };
  const after = pipe(addItem(sku), reweigh)(before);
  await redis.set(`inv:${playerId}`, JSON.stringify(after)); // RACE
  return after;
}
