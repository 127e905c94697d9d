import { Injectable, ForbiddenException } from '@nestjs/common';
import { BillingService } from './billing.service';

@Injectable()
export class QuotaService {
  private readonly remaining = new Map<string, number>();

  constructor(private readonly billing: BillingService) {}

  async consume(accountId: string, units: number): Promise<number> {
    const left = this.remaining.get(accountId) ?? 1000;
    if (left < units) throw new ForbiddenException('quota exceeded');

    await this.billing.record(accountId, units);
    const after = left - units;
    this.remaining.set(accountId, after); // RACE
    return after;
  }
}
