import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function importFeed(feed: number): Promise<void> {
  await prisma.$executeRaw`SELECT pg_advisory_xact_lock(${feed})`; // RACE
  const count = await prisma.item.count({ where: { feed } });
  await prisma.feed.update({ where: { id: feed }, data: { size: count } });
}
