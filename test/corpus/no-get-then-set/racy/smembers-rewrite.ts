import type { Redis } from 'ioredis';

export class SubscriptionTopics {
  public constructor(private redis: Redis) {}

  public async renameNamespace(client: string, from: string, to: string): Promise<number> {
    const setKey = `topics:${client}`;
    const topics = await this.redis.smembers(setKey);
    const renamed = topics.map((t) => (t.startsWith(`${from}/`) ? `${to}/${t.slice(from.length + 1)}` : t));
    if (renamed.length === 0) return 0;
    await this.redis
      .multi()
      .del(setKey) // RACE
      .sadd(setKey, ...renamed) // RACE
      .exec();
    return renamed.length;
  }
}
