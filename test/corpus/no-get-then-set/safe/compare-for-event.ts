// safe: old status only decides which event is emitted
import { EventEmitter } from 'node:events';
import Redis from 'ioredis';

export class DeviceStatus extends EventEmitter {
  constructor(private readonly redis: Redis) {
    super();
  }

  async report(device: string, status: 'online' | 'offline') {
    const before = await this.redis.get(`status:${device}`);
    await this.redis.set(`status:${device}`, status, 'EX', 300);
    if (before !== status) this.emit('changed', { device, before, status });
  }
}
