// SAFE: every round of the loop loads the project; the switch only sorts the errors.
import { Prisma, PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function rename(id: string, suffix: string): Promise<void> {
  let left = 4;
  while (left-- > 0) {
    const project = await prisma.project.findUniqueOrThrow({ where: { id } });
    try {
      await prisma.project.update({
        where: { id, version: project.version },
        data: { title: `${project.title} ${suffix}`, version: { increment: 1 } },
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
