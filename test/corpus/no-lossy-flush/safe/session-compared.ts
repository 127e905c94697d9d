// safe: only what was saved is taken out, or it is taken out before the wait
import type { Redis } from "ioredis";
export class WB {
  private dirty = new Map<string, object>();
  constructor(private redis: Redis) {}
  touch(sid: string, data: object) { this.dirty.set(sid, data); }
  async flush() {
    for (const [sid, data] of this.dirty) {
      await this.redis.set(`sess:${sid}`, JSON.stringify(data));
      if (this.dirty.get(sid) === data) this.dirty.delete(sid);
    }
  }
  async flush2() {
    for (const [sid, data] of this.dirty) {
      this.dirty.delete(sid);
      await this.redis.set(`sess:${sid}`, JSON.stringify(data));
    }
  }
}
