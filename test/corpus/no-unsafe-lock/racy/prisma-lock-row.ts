import { Prisma, PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function runOnce(name: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await prisma.jobLock.create({ data: { name } }); // RACE
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return false;
    throw error;
  }
  try {
    await work();
  } finally {
    await prisma.jobLock.delete({ where: { name } });
  }
  return true;
}
