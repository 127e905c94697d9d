// safe: a transaction runs its statements in order
import { prisma } from './prisma.js';

export async function replaceTags(postId: string, tags: string[]): Promise<void> {
  await prisma.$transaction([
    prisma.tag.deleteMany({ where: { postId } }),
    prisma.tag.createMany({ data: tags.map((name) => ({ postId, name })) }),
  ]);
}
