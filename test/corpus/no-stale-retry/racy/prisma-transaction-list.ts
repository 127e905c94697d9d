import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export async function transfer(from: string, to: string, amount: number) {
  const source = await db.account.findUniqueOrThrow({ where: { id: from } });
  const target = await db.account.findUniqueOrThrow({ where: { id: to } });
  for (let i = 0; ; i++) {
    try {
      await db.$transaction( // RACE
        [
          db.account.update({ where: { id: from }, data: { balance: source.balance - amount } }),
          db.account.update({ where: { id: to }, data: { balance: target.balance + amount } }),
        ],
        { isolationLevel: 'Serializable' },
      );
      return;
    } catch (error: any) {
      if (error.code !== 'P2034' || i > 4) throw error;
    }
  }
}
