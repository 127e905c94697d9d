// safe: a distributed mutex from redis-semaphore spans read and write
import { Redis } from 'ioredis';
import { Mutex } from 'redis-semaphore';

const redis = new Redis();

export async function assignCourier(order, courier) {
  const key = `courier:${courier}:orders`;
  const mutex = new Mutex(redis, `mutex:${key}`, { lockTimeout: 5000, acquireTimeout: 10_000 });

  await mutex.acquire();
  try {
    const orders = JSON.parse((await redis.get(key)) ?? '[]');
    if (orders.some((o) => o.id === order.id)) return orders;
    const route = [...orders, order].sort((a, b) => a.distance - b.distance);
    await redis.set(key, JSON.stringify(route));
    return route;
  } finally {
    await mutex.release();
  }
}
