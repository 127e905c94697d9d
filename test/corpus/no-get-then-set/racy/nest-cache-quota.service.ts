import { CACHE_MANAGER } from '@nestjs/cache-manager';
import { Inject, Injectable } from '@nestjs/common';
import type { Cache } from 'cache-manager';

@Injectable()
export class QuotaService {
  constructor(@Inject(CACHE_MANAGER) private readonly cacheManager: Cache) {}

  async consume(tenant: string, units: number): Promise<boolean> {
    const used = (await this.cacheManager.get<number>(`quota:${tenant}`)) ?? 0;
    if (used + units > 1000) return false;
    await this.cacheManager.set(`quota:${tenant}`, used + units, 60_000); // RACE
    return true;
  }
}
