import { Injectable, Inject } from '@nestjs/common';
import type { RedisClientType } from 'redis';

@Injectable()
export class LockService {
  constructor(@Inject('REDIS_CLIENT') private readonly client: RedisClientType) {}

  async acquire(resource: string): Promise<boolean> {
    return this.client.setNX(`lock:${resource}`, Date.now().toString()); // RACE
  }

  async release(resource: string): Promise<void> {
    await this.client.del(`lock:${resource}`);
  }
}
