import { Redis } from 'ioredis';

abstract class Repository<T> {
  protected constructor(
    protected readonly redis: Redis,
    private readonly kind: string,
  ) {}

  protected async read(id: string): Promise<T | undefined> {
    const text = await this.redis.get(`${this.kind}:${id}`);
    return text === null ? undefined : (JSON.parse(text) as T);
  }

  protected async write(id: string, value: T): Promise<void> {
    await this.redis.set(`${this.kind}:${id}`, JSON.stringify(value)); // RACE
  }
}

interface Order {
  status: 'new' | 'paid' | 'shipped';
  events: string[];
}

export class OrderRepository extends Repository<Order> {
  constructor(redis: Redis) {
    super(redis, 'order');
  }

  async markPaid(id: string): Promise<void> {
    const order = await this.read(id);
    if (order === undefined) throw new Error(`order ${id} not found`);
    await this.write(id, { ...order, status: 'paid', events: [...order.events, 'paid'] }); // RACE
  }
}
