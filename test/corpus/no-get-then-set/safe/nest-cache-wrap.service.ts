// `wrap` loads once, and nothing is computed from what was there
import { CACHE_MANAGER } from '@nestjs/cache-manager';
import { Inject, Injectable } from '@nestjs/common';
import type { Cache } from 'cache-manager';
import { ReportRepository } from './report.repository.js';

@Injectable()
export class ReportService {
  constructor(
    @Inject(CACHE_MANAGER) private readonly cache: Cache,
    private readonly reports: ReportRepository,
  ) {}

  find(id: string) {
    return this.cache.wrap(`report:${id}`, () => this.reports.find(id), 30_000);
  }

  async refresh(id: string) {
    const before = await this.cache.get<{ version: number }>(`report:${id}`);
    const report = await this.reports.find(id);
    if (before && before.version >= report.version) return before;
    await this.cache.set(`report:${id}`, report);
    return report;
  }
}
