// safe: each try reads the document and makes the new one from it
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function rename(id: string, title: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const document = await prisma.document.findUniqueOrThrow({ where: { id } });
    const { count } = await prisma.document.updateMany({
      where: { id, version: document.version },
      data: { title, version: { increment: 1 } },
    });
    if (count === 1) return;
  }
  throw new Error(`Could not rename ${id}`);
}
