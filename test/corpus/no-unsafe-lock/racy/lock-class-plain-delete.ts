import type { RedisClientType } from 'redis';

export class RedisLock {
  constructor(
    private readonly client: RedisClientType,
    private readonly name: string,
    private readonly ttl = 5_000,
  ) {}

  async acquire(): Promise<boolean> {
    const reply = await this.client.set(`lock:${this.name}`, String(process.pid), { NX: true, PX: this.ttl });
    return reply === 'OK';
  }

  async release(): Promise<void> {
    await this.client.del(`lock:${this.name}`); // RACE
  }
}
