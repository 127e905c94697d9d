import { prisma } from './prisma.js';

export async function reset(userId: string): Promise<void> {
  const tasks = [
    prisma.session.deleteMany({ where: { userId } }),
    prisma.session.create({ data: { userId, kind: 'fresh' } }), // RACE
  ];
  await Promise.all(tasks);
}
