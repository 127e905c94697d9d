import Redis from 'ioredis';

const redis = new Redis();

interface Price { sku: string; cents: number; history: number[] }

export async function applyDiscount(skus: string[], percent: number) {
  const pipe = redis.pipeline();
  for (const sku of skus) {
    const raw = await redis.get(`price:${sku}`);
    if (!raw) continue;
    const price = JSON.parse(raw) as Price;
    price.history.push(price.cents);
    price.cents = Math.round(price.cents * (1 - percent / 100));
    pipe.set(`price:${sku}`, JSON.stringify(price)); // RACE
  }
  await pipe.exec();
}
