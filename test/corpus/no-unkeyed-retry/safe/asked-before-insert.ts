// safe: each try looks whether the one before has come through
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function invoice(orderId: string, total: number) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const known = await prisma.invoice.findFirst({ where: { orderId } });
      if (known) return known;
      return await prisma.invoice.create({ data: { orderId, total } });
    } catch (error) {
      console.warn('trying again', error);
    }
  }
  throw new Error('no invoice');
}
