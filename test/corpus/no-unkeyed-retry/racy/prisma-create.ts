import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

async function retrying<T>(run: () => Promise<T>, times: number): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (times === 0) throw error;
    return retrying(run, times - 1);
  }
}

export async function addNote(userId: string, text: string) {
  return retrying(() => prisma.note.create({ data: { userId, text } }), 3); // RACE
}
