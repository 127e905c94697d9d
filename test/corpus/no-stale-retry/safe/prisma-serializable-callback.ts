// safe: the transaction reads what it writes, and the whole of it is retried
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function bookSeat(eventId: string) {
  for (let retries = 0; retries < 3; retries++) {
    try {
      await prisma.$transaction(
        async (tx) => {
          const event = await tx.event.findUniqueOrThrow({ where: { id: eventId } });
          await tx.event.update({ where: { id: eventId }, data: { seats: event.seats - 1 } });
        },
        { isolationLevel: 'Serializable' },
      );
      return;
    } catch (error: any) {
      if (error.code !== 'P2034') throw error;
    }
  }
  throw new Error('Too many conflicts');
}
