// safe: an upsert by the request's id
import type { PrismaClient } from '@prisma/client';

export class Ledger {
  constructor(private prisma: PrismaClient) {}

  async post(requestId: string, accountId: string, cents: number, attempt = 0): Promise<void> {
    try {
      await this.prisma.entry.upsert({ where: { requestId }, update: {}, create: { requestId, accountId, cents } });
    } catch (e) {
      if (attempt > 2) throw e;
      await this.post(requestId, accountId, cents, attempt + 1);
    }
  }
}
