// safe: writes the database, then deletes the cached copy
import { createClient } from 'redis';

interface Db {
  updateProfile(id: string, patch: Record<string, string>): Promise<void>;
  findProfile(id: string): Promise<Record<string, string> | null>;
}

export class Profiles {
  private readonly cache = createClient();

  constructor(private readonly db: Db) {}

  async find(id: string) {
    const cached = await this.cache.get(`profile:${id}`);
    return cached ? (JSON.parse(cached) as Record<string, string>) : this.db.findProfile(id);
  }

  async change(id: string, patch: Record<string, string>): Promise<void> {
    await this.db.updateProfile(id, patch);
    await this.cache.del(`profile:${id}`);
    await this.cache.publish('profile:changed', id);
  }
}
