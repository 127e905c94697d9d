// safe: what is deleted has expired, what is created has not
import { prisma } from './prisma.js';

export async function issue(userId: string, now: Date) {
  const [, session] = await Promise.all([
    prisma.session.deleteMany({ where: { expiresAt: { lt: now } } }),
    prisma.session.create({ data: { userId } }),
  ]);
  return session;
}
