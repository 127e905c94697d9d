import { Injectable, Logger } from '@nestjs/common';
import { InjectRedis } from '@nestjs-modules/ioredis';
import Redis from 'ioredis';

interface PresenceEntry {
  socketId: string;
  lastSeen: number;
}

type PresenceMap = Record<string, PresenceEntry>;

@Injectable()
export class PresenceService {
  private readonly logger = new Logger(PresenceService.name);

  constructor(@InjectRedis() private readonly redis: Redis) {}

  async join(roomId: string, userId: string, socketId: string): Promise<void> {
    const online = await this.load(roomId);
    online[userId] = { socketId, lastSeen: Date.now() };
    await this.redis.set(this.key(roomId), JSON.stringify(online)); // RACE
    this.logger.debug(`${userId} joined ${roomId}`);
  }

  async who(roomId: string): Promise<string[]> {
    return Object.keys(await this.load(roomId));
  }

  private async load(roomId: string): Promise<PresenceMap> {
    const raw = await this.redis.get(this.key(roomId));
    return raw ? (JSON.parse(raw) as PresenceMap) : {};
  }

  private key(roomId: string): string {
    return `presence:${roomId}`;
  }
}
