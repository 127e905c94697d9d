// safe: each round writes another row, none is written twice
import type { PrismaClient } from '@prisma/client';

export async function archiveAll(prisma: PrismaClient): Promise<string[]> {
  const tasks = await prisma.task.findMany({ where: { done: true } });
  const conflicts: string[] = [];
  for (const task of tasks) {
    try {
      await prisma.task.update({ where: { id: task.id, version: task.version }, data: { archived: true } });
    } catch (error: any) {
      if (error.code === 'P2025') {
        conflicts.push(task.id);
        continue;
      }
      throw error;
    }
  }
  return conflicts;
}
