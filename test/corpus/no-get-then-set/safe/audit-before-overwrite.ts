// safe: the old value is only logged; the new one comes from the caller
import { Injectable, Logger } from '@nestjs/common';
import { InjectRedis } from '@nestjs-modules/ioredis';
import Redis from 'ioredis';

@Injectable()
export class SettingsService {
  private readonly logger = new Logger(SettingsService.name);
  constructor(@InjectRedis() private readonly redis: Redis) {}

  async replace(tenant: string, settings: Record<string, unknown>, actor: string) {
    const key = `settings:${tenant}`;
    const before = await this.redis.get(key);
    this.logger.log(`${actor} replaces settings of ${tenant}: ${before ?? '(none)'}`);
    await this.redis.set(key, JSON.stringify({ ...settings, updatedBy: actor }));
    return settings;
  }
}
