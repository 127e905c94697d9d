// safe: the tasks set different columns
import { prisma } from './prisma.js';

export async function finish(orderId: string): Promise<void> {
  await Promise.all([
    prisma.order.update({ where: { id: orderId }, data: { status: 'shipped' } }),
    prisma.order.update({ where: { id: orderId }, data: { shippedAt: new Date() } }),
  ]);
}
