// safe: nothing is retried, the caller hears of the conflict
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function rename(id: string, title: string) {
  const document = await prisma.document.findUniqueOrThrow({ where: { id } });
  const { count } = await prisma.document.updateMany({
    where: { id, version: document.version },
    data: { title, version: { increment: 1 } },
  });
  if (count === 0) throw new Error('The document was changed meanwhile');
}
