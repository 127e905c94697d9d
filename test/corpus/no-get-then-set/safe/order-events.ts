// safe: stream, list, set and sorted-set commands that change things in place
import { Redis } from 'ioredis';

export class OrderEvents {
  constructor(private readonly redis: Redis) {}

  async placed(order: { id: string; customer: string; cents: number }): Promise<void> {
    const day = new Date().toISOString().slice(0, 10);
    await this.redis.xadd('orders', '*', 'id', order.id, 'cents', order.cents);
    await this.redis.sadd(`customers:${day}`, order.customer);
    await this.redis.zincrby(`revenue:${day}`, order.cents, order.customer);
    await this.redis.rpush(`inbox:${order.customer}`, JSON.stringify(order));
    await this.redis.ltrim(`inbox:${order.customer}`, -100, -1);
  }

  async nextInbox(customer: string): Promise<unknown> {
    const text = await this.redis.lpop(`inbox:${customer}`);
    return text === null ? undefined : JSON.parse(text);
  }
}
