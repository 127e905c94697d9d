// safe: what is left alone writes another key
import { prisma } from './prisma.js';

export async function visit(userId: string, page: string) {
  prisma.visit.create({ data: { userId, page } }).catch(console.error);
  return prisma.user.findUnique({ where: { id: userId } });
}
