import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { OrderRepository } from './order-repository.js';

const RELEASE = `if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) else return 0 end`;

export class Orders {
  constructor(
    private readonly redis: Redis,
    private readonly orders: OrderRepository,
  ) {}

  async ship(id: string) {
    const token = randomUUID();
    const got = await this.redis.set(`lock:order:${id}`, token, 'PX', 10_000, 'NX');
    if (got !== 'OK') throw new OrderBusy(id);
    try {
      const order = await this.orders.find(id);
      order.shippedAt = new Date();
      return this.orders.save(order); // RACE
    } finally {
      await this.redis.eval(RELEASE, 1, `lock:order:${id}`, token);
    }
  }
}

export class OrderBusy extends Error {
  readonly code = 'ORDER_BUSY';
  readonly retryAfterMs = 500;
}
