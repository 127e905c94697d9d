import Redis from 'ioredis';

const redis = new Redis();

type Wishlist = { items: string[]; updatedAt: number };

async function load(userId: string): Promise<Wishlist> {
  const text = await redis.get(`wishlist:${userId}`);
  return text ? JSON.parse(text) : { items: [], updatedAt: 0 };
}

async function save(userId: string, list: Wishlist): Promise<void> {
  await redis.set(`wishlist:${userId}`, JSON.stringify(list)); // RACE
}

export async function addToWishlist(userId: string, item: string): Promise<number> {
  const list = await load(userId);
  if (!list.items.includes(item)) {
    list.items.push(item);
    list.updatedAt = Date.now();
    await save(userId, list); // RACE
  }
  return list.items.length;
}
