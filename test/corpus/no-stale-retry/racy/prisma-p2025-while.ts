import { Prisma, PrismaClient } from '@prisma/client';

export class Accounts {
  constructor(private readonly prisma: PrismaClient) {}

  async withdraw(id: string, amount: number) {
    const account = await this.prisma.account.findUniqueOrThrow({ where: { id } });
    if (account.balance < amount) throw new Error('Not enough');
    const balance = account.balance - amount;
    while (true) {
      try {
        return await this.prisma.account.update({ // RACE
          where: { id, version: account.version },
          data: { balance, version: account.version + 1 },
        });
      } catch (error) {
        if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2025') continue;
        throw error;
      }
    }
  }
}
