import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { OnEvent } from '@nestjs/event-emitter';
import { InjectRedis } from '@liaoliaots/nestjs-redis';
import { Redis } from 'ioredis';

interface OrderPlaced { shop: string; total: number }

@Injectable()
export class RevenueService {
  constructor(@InjectRedis() private readonly redis: Redis) {}

  @OnEvent('order.placed', { async: true })
  async handleOrderPlaced(event: OrderPlaced): Promise<void> {
    const today = new Date().toISOString().substring(0, 10);
    const raw = await this.redis.get(`revenue:${today}`);
    const perShop = raw ? (JSON.parse(raw) as Record<string, number>) : {};
    perShop[event.shop] = (perShop[event.shop] || 0) + event.total;
    await this.redis.set(`revenue:${today}`, JSON.stringify(perShop), 'EX', 172800); // RACE
  }

  @Cron(CronExpression.EVERY_HOUR)
  async heartbeat() {
    await this.redis.set('revenue:heartbeat', Date.now());
  }
}
