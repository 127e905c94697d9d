// safe: own LockService (token, TTL, owner-checked release in finally) around the read-modify-write
import { Injectable } from '@nestjs/common';
import { InjectRedis } from '@nestjs-modules/ioredis';
import { nanoid } from 'nanoid';
import Redis from 'ioredis';

@Injectable()
export class LockService {
  constructor(@InjectRedis() private readonly redis: Redis) {}

  async runExclusive<T>(resource: string, work: () => Promise<T>): Promise<T> {
    const token = nanoid();
    const key = `locks/${resource}`;
    for (let i = 0; ; i++) {
      const ok = await this.redis.set(key, token, 'PX', 8000, 'NX');
      if (ok) break;
      if (i > 100) throw new Error('busy');
      await new Promise((r) => setTimeout(r, 50));
    }
    try {
      return await work();
    } finally {
      await this.redis.eval(
        "if redis.call('GET',KEYS[1])==ARGV[1] then return redis.call('DEL',KEYS[1]) end return 0", 1, key, token);
    }
  }
}

@Injectable()
export class BasketService {
  constructor(
    @InjectRedis() private readonly redis: Redis,
    private readonly locks: LockService,
  ) {}

  add(basketId: string, sku: string) {
    return this.locks.runExclusive(basketId, async () => {
      const skus: string[] = JSON.parse((await this.redis.get(`basket:${basketId}`)) ?? '[]');
      skus.push(sku);
      await this.redis.set(`basket:${basketId}`, JSON.stringify(skus));
      return skus;
    });
  }
}
