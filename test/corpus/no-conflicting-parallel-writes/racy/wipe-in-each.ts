import { prisma } from './prisma.js';

export async function importItems(listId: string, items: { name: string }[]): Promise<void> {
  await Promise.all(
    items.map(async ({ name }) => {
      await prisma.item.deleteMany({ where: { listId } });
      await prisma.item.create({ data: { listId, name } }); // RACE
    }),
  );
}
