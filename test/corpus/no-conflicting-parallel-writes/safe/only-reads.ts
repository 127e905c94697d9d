// safe: nothing is written
import { prisma } from './prisma.js';

export async function dashboard(userId: string) {
  const [user, posts, count] = await Promise.all([
    prisma.user.findUnique({ where: { id: userId } }),
    prisma.post.findMany({ where: { userId } }),
    prisma.post.count({ where: { userId } }),
  ]);
  return { user, posts, count };
}
