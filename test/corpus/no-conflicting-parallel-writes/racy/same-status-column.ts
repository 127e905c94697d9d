import { prisma } from './prisma.js';
import { notify } from './notify.js';

export async function finish(orderId: string, paid: boolean): Promise<void> {
  await Promise.all([
    prisma.order.update({ where: { id: orderId }, data: { status: 'shipped' } }),
    notify(orderId),
    prisma.order.update({ where: { id: orderId }, data: { status: paid ? 'closed' : 'open' } }), // RACE
  ]);
}
