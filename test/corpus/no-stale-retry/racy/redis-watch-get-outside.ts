import { Redis } from 'ioredis';

export async function applyDiscount(id: string, percent: number): Promise<void> {
  const redis = new Redis();
  const cart = JSON.parse((await redis.get(`cart:${id}`)) ?? '{}');
  cart.total = cart.total * (1 - percent / 100);
  for (let attempt = 0; attempt < 10; attempt++) {
    await redis.watch(`cart:${id}`);
    const results = await redis.multi().set(`cart:${id}`, JSON.stringify(cart)).exec(); // RACE
    if (results !== null) break;
  }
  redis.disconnect();
}
