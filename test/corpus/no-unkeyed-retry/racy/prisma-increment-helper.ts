import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function persistently<T>(what: () => Promise<T>): Promise<T> {
  for (let wait = 50; ; wait *= 2) {
    try {
      return await what();
    } catch (error) {
      if (wait > 1000) throw error;
      await sleep(wait);
    }
  }
}

export function reward(userId: string, points: number) {
  return persistently(() =>
    prisma.user.update({ where: { id: userId }, data: { points: { increment: points } } }), // RACE
  );
}
