import { Injectable } from '@nestjs/common';
import Redis from 'ioredis';

@Injectable()
export class LockService {
  constructor(private readonly redis: Redis) {}

  async acquire(name: string, ttlMs: number): Promise<boolean> {
    const reply = await this.redis.set(`lock:${name}`, '1', 'PX', ttlMs, 'NX');
    return reply === 'OK';
  }

  async release(name: string): Promise<void> {
    await this.redis.del(`lock:${name}`); // RACE
  }
}
