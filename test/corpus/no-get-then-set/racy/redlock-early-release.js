import { Redis } from 'ioredis';
import { Redlock } from '@sesamecare-oss/redlock';

const redis = new Redis();
const redlock = new Redlock([redis]);

export async function assignCourier(order, courier) {
  const key = `courier:${courier}:orders`;
  const lock = await redlock.acquire([`lock:${key}`], 2000); // RACE no-unsafe-lock
  const orders = JSON.parse((await redis.get(key)) ?? '[]');
  await lock.release();

  if (orders.some((o) => o.id === order.id)) return orders;

  const route = [...orders, order].sort((a, b) => a.distance - b.distance);
  await redis.set(key, JSON.stringify(route)); // RACE
  return route;
}
