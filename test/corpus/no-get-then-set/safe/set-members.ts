// safe: SADD / SREM are atomic; members are read to compute what to add
import Redis from 'ioredis';

export class TagIndex {
  constructor(private readonly redis: Redis) {}

  async sync(docId: string, tags: string[]) {
    const current = await this.redis.smembers(`tags:${docId}`);
    const add = tags.filter((t) => !current.includes(t));
    const remove = current.filter((t) => !tags.includes(t));
    if (add.length) await this.redis.sadd(`tags:${docId}`, ...add);
    if (remove.length) await this.redis.srem(`tags:${docId}`, ...remove);
    return { add, remove };
  }
}
