// safe: a conflict is thrown to the caller, only lost connections are retried
import { Prisma, PrismaClient } from '@prisma/client';

export class Accounts {
  constructor(private readonly prisma: PrismaClient) {}

  async withdraw(id: string, amount: number) {
    const account = await this.prisma.account.findUniqueOrThrow({ where: { id } });
    const balance = account.balance - amount;
    while (true) {
      try {
        return await this.prisma.account.update({
          where: { id, version: account.version },
          data: { balance, version: account.version + 1 },
        });
      } catch (error) {
        if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2025') throw error;
        if (!isConnectionError(error)) throw error;
      }
    }
  }
}

function isConnectionError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P1001';
}
