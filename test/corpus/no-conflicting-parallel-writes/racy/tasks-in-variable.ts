import { prisma } from './prisma.js';

export async function reset(userId: string): Promise<void> {
  const tasks = [
    prisma.session.deleteMany({ where: { userId } }), // RACE
    prisma.session.create({ data: { userId, kind: 'fresh' } }),
  ];
  await Promise.all(tasks);
}
