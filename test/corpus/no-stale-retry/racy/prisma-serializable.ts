import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const MAX_RETRIES = 3;

export async function bookSeat(eventId: string) {
  const event = await prisma.event.findUniqueOrThrow({ where: { id: eventId } });
  const seats = event.seats - 1;
  let retries = 0;
  while (retries < MAX_RETRIES) {
    try {
      await prisma.$transaction(
        async (tx) => {
          await tx.event.update({ where: { id: eventId }, data: { seats } }); // RACE
        },
        { isolationLevel: 'Serializable' },
      );
      return;
    } catch (error: any) {
      if (error.code === 'P2034') {
        retries++;
        continue;
      }
      throw error;
    }
  }
}
