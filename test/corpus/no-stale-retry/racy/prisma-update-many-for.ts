import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function rename(id: string, title: string): Promise<void> {
  const document = await prisma.document.findUniqueOrThrow({ where: { id } });
  for (let attempt = 0; attempt < 5; attempt++) {
    const { count } = await prisma.document.updateMany({ // RACE
      where: { id, version: document.version },
      data: { title, version: { increment: 1 } },
    });
    if (count === 1) return;
  }
  throw new Error(`Could not rename ${id}`);
}
