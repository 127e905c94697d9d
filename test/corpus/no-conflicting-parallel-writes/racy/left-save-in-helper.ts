import type { Repository } from 'typeorm';
import type { Setting } from './setting.entity.js';

export class SettingService {
  constructor(private readonly settings: Repository<Setting>) {}

  async reset(owner: number, defaults: { name: string; value: string }[]): Promise<void> {
    void this.clear(owner); // RACE
    for (const each of defaults) {
      await this.settings.insert({ owner, ...each });
    }
  }

  private async clear(owner: number): Promise<void> {
    await this.settings.delete({ owner });
  }
}
