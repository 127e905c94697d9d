// safe: token per lock, release by a script; the pair is one class
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import Redis from 'ioredis';

const SCRIPT = `
  if redis.call("get", KEYS[1]) == ARGV[1] then
    return redis.call("del", KEYS[1])
  end
  return 0`;

@Injectable()
export class LockService {
  constructor(private readonly redis: Redis) {}

  async acquire(name: string, ttlMs: number): Promise<string | undefined> {
    const token = randomUUID();
    const reply = await this.redis.set(`lock:${name}`, token, 'PX', ttlMs, 'NX');
    return reply === 'OK' ? token : undefined;
  }

  async release(name: string, token: string): Promise<boolean> {
    return (await this.redis.eval(SCRIPT, 1, `lock:${name}`, token)) === 1;
  }
}
