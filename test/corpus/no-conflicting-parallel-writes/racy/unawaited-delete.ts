import { prisma } from './prisma.js';

export async function replaceTags(postId: string, tags: string[]): Promise<void> {
  prisma.tag.deleteMany({ where: { postId } }); // RACE
  for (const name of tags) {
    await prisma.tag.create({ data: { postId, name } });
  }
}
