// safe: P2034 says that nothing was kept
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

async function onConflict<T>(run: () => Promise<T>, times: number): Promise<T> {
  try {
    return await run();
  } catch (error: any) {
    if (times === 0 || error.code !== 'P2034') throw error;
    return onConflict(run, times - 1);
  }
}

export async function addNote(userId: string, text: string) {
  return onConflict(() => prisma.note.create({ data: { userId, text } }), 3);
}
