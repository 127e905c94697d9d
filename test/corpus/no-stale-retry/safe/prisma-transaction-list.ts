// SAFE: the rows count by themselves, so that a second try adds to what is there by then.
import { PrismaClient } from '@prisma/client';

const db = new PrismaClient();

export async function transfer(from: string, to: string, amount: number) {
  for (let i = 0; ; i++) {
    try {
      await db.$transaction(
        [
          db.account.update({ where: { id: from }, data: { balance: { decrement: amount } } }),
          db.account.update({ where: { id: to }, data: { balance: { increment: amount } } }),
        ],
        { isolationLevel: 'Serializable' },
      );
      return;
    } catch (error: any) {
      if (error.code !== 'P2034' || i > 4) throw error;
    }
  }
}
