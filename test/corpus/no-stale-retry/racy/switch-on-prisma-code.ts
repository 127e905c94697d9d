import { Prisma, PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function rename(id: string, suffix: string): Promise<void> {
  const project = await prisma.project.findUniqueOrThrow({ where: { id } });
  const title = `${project.title} ${suffix}`;
  let left = 4;
  while (left-- > 0) {
    try {
      await prisma.project.update({ // RACE
        where: { id, version: project.version },
        data: { title, version: { increment: 1 } },
      });
      return;
    } catch (error) {
      const { code } = error as Prisma.PrismaClientKnownRequestError;
      switch (code) {
        case 'P2025':
          break;
        default:
          throw error;
      }
    }
  }
}
