// safe: inside of the transaction
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function importFeed(feed: number): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${feed})`;
    const count = await tx.item.count({ where: { feed } });
    await tx.feed.update({ where: { id: feed }, data: { size: count } });
  });
}
