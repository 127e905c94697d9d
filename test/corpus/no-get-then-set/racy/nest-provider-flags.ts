import { Inject, Injectable, Module } from '@nestjs/common';
import { createClient, type RedisClientType } from 'redis';

export const REDIS_CLIENT = Symbol('REDIS_CLIENT');

export const redisProvider = {
  provide: REDIS_CLIENT,
  useFactory: async (): Promise<RedisClientType> => {
    const client: RedisClientType = createClient({ url: process.env.REDIS_URL });
    await client.connect();
    return client;
  },
};

@Injectable()
export class FeatureFlagsService {
  constructor(@Inject(REDIS_CLIENT) private readonly client: RedisClientType) {}

  async enableFor(flag: string, tenant: string) {
    const key = `flags:${flag}`;
    const stored = await this.client.get(key);
    const tenants: string[] = stored ? JSON.parse(stored) : [];
    if (tenants.includes(tenant)) return tenants;
    const next = tenants.concat(tenant);
    await this.client.set(key, JSON.stringify(next)); // RACE
    return next;
  }
}

@Module({ providers: [redisProvider, FeatureFlagsService], exports: [FeatureFlagsService] })
export class FlagsModule {}
