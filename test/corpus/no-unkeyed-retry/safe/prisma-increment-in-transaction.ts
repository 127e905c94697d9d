// SAFE: the operation's own row is inserted with the count, so that a second try fails as a whole.
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function reward(operationId: string, userId: string, points: number) {
  for (let attempt = 0; ; attempt++) {
    try {
      await prisma.$transaction([
        prisma.applied.create({ data: { id: operationId } }),
        prisma.user.update({ where: { id: userId }, data: { points: { increment: points } } }),
      ]);
      return;
    } catch (error: any) {
      if (error.code === 'P2002') return;
      if (attempt === 3) throw error;
    }
  }
}
