import type { Redis } from "ioredis";
export class WB {
  private dirty = new Map<string, object>();
  constructor(private redis: Redis) {}
  touch(sid: string, data: object) { this.dirty.set(sid, data); }
  async flush() {
    for (const [sid, data] of this.dirty) {
      await this.redis.set(`sess:${sid}`, JSON.stringify(data));
      this.dirty.delete(sid); // RACE
    }
  }
}
