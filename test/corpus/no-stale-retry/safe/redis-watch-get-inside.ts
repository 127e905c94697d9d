// safe: the key is read behind WATCH in every round, on a connection of its own
import { Redis } from 'ioredis';

export async function applyDiscount(id: string, percent: number): Promise<void> {
  const redis = new Redis();
  for (let attempt = 0; attempt < 10; attempt++) {
    await redis.watch(`cart:${id}`);
    const cart = JSON.parse((await redis.get(`cart:${id}`)) ?? '{}');
    cart.total = cart.total * (1 - percent / 100);
    const results = await redis.multi().set(`cart:${id}`, JSON.stringify(cart)).exec();
    if (results !== null) break;
  }
  redis.disconnect();
}
