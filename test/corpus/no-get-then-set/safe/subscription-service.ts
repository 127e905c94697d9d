// safe: compare-and-set by value, the reply is checked and the read is repeated
import { createClient, type RedisClientType } from 'redis';

interface Subscription {
  id: string;
  plan: 'basic' | 'team';
  seats: number;
  history: { at: number; what: string }[];
}

export class UnknownSubscription extends Error {}
export class Contention extends Error {}

export class SubscriptionService {
  private readonly client: RedisClientType;

  constructor(url: string) {
    this.client = createClient({ url });
  }

  async open(): Promise<void> {
    await this.client.connect();
  }

  async addSeats(id: string, count: number): Promise<number> {
    const key = `subscription:${id}`;
    for (let round = 0; round < 12; round++) {
      const text = await this.client.get(key);
      if (text === null) throw new UnknownSubscription(id);

      const subscription: Subscription = JSON.parse(text);
      if (subscription.plan === 'basic' && subscription.seats + count > 3) {
        throw new RangeError('basic plans end at three seats');
      }
      const changed: Subscription = {
        ...subscription,
        seats: subscription.seats + count,
        history: [...subscription.history, { at: Date.now(), what: `+${count} seats` }],
      };

      const reply = await this.client.set(key, JSON.stringify(changed), {
        condition: 'IFEQ',
        matchValue: text,
      });
      if (reply === 'OK') return changed.seats;
      await new Promise((resolve) => setTimeout(resolve, 2 ** round + Math.random() * 10));
    }
    throw new Contention(id);
  }
}
