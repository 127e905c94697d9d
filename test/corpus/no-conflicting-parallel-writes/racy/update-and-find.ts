import { prisma } from './prisma.js';

export async function markSeen(userId: string) {
  const [, notifications] = await Promise.all([
    prisma.notification.updateMany({ where: { userId }, data: { seen: true } }), // RACE
    prisma.notification.findMany({ where: { userId } }),
  ]);
  return notifications;
}
