import { EventEmitter } from 'node:events';
import { createClient, type RedisClientType } from 'redis';
import { z } from 'zod';

const Plan = z.enum(['basic', 'team', 'enterprise']);

const Subscription = z.object({
  id: z.string(),
  plan: Plan,
  seats: z.number().int().positive(),
  renewsAt: z.number(),
  history: z.array(z.object({ at: z.number(), what: z.string() })),
});

type Subscription = z.infer<typeof Subscription>;

export class UnknownSubscription extends Error {
  constructor(id: string) {
    super(`unknown subscription: ${id}`);
    this.name = 'UnknownSubscription';
  }
}

export class SubscriptionService extends EventEmitter {
  private readonly client: RedisClientType;
  private readonly prefix = 'subscription';

  constructor(url: string) {
    super();
    this.client = createClient({ url });
    this.client.on('error', (error: Error) => this.emit('error', error));
  }

  async open(): Promise<this> {
    await this.client.connect();
    return this;
  }

  async find(id: string): Promise<Subscription> {
    const text = await this.client.get(`${this.prefix}:${id}`);
    if (text === null) throw new UnknownSubscription(id);
    return Subscription.parse(JSON.parse(text));
  }

  /** Sets plan and seats of a brand-new subscription. */
  async create(id: string, plan: z.infer<typeof Plan>, seats: number): Promise<void> {
    const fresh: Subscription = { id, plan, seats, renewsAt: Date.now() + 31_536_000_000, history: [] };
    const stored = await this.client.set(`${this.prefix}:${id}`, JSON.stringify(fresh), { NX: true });
    if (stored === null) throw new Error(`subscription ${id} exists`);
  }

  /** Adds seats and notes it in the history. */
  async addSeats(id: string, count: number): Promise<number> {
    const text = await this.client.get(`${this.prefix}:${id}`);
    if (text === null) throw new UnknownSubscription(id);
    const subscription = Subscription.parse(JSON.parse(text));

    if (subscription.plan === 'basic' && subscription.seats + count > 3) {
      throw new RangeError('basic plans end at three seats');
    }

    const changed: Subscription = {
      ...subscription,
      seats: subscription.seats + count,
      history: [...subscription.history, { at: Date.now(), what: `+${count} seats` }],
    };
    await this.client.set(`${this.prefix}:${id}`, JSON.stringify(changed)); // RACE

    this.emit('seats', id, changed.seats);
    return changed.seats;
  }
}
