import { prisma } from './prisma.js';

export async function inspect(orderId: string, inspectors: { look(id: string): Promise<{ isFine: boolean }> }[]) {
  await Promise.all(
    inspectors.map(async (inspector) => {
      const { isFine } = await inspector.look(orderId);
      await prisma.order.update({ where: { id: orderId }, data: { verdict: isFine ? 'pass' : 'fail' } }); // RACE
    }),
  );
}
