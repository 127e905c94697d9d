import type { PrismaClient } from '@prisma/client';

export class Ledger {
  constructor(private prisma: PrismaClient) {}

  async post(accountId: string, cents: number, attempt = 0): Promise<void> {
    try {
      await this.prisma.entry.create({ data: { accountId, cents, at: new Date() } }); // RACE
    } catch (e) {
      if (attempt > 2) throw e;
      await new Promise((r) => setTimeout(r, 100));
      await this.post(accountId, cents, attempt + 1);
    }
  }
}
