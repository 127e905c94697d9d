import { EntityManager, OptimisticLockError } from '@mikro-orm/core';
import { Booking } from './booking';

export async function confirm(em: EntityManager, id: number) {
  const booking = await em.findOneOrFail(Booking, id);
  booking.status = 'confirmed';
  let attempts = 3;
  while (attempts > 0) {
    try {
      await em.flush(); // RACE
      return booking;
    } catch (error) {
      if (!(error instanceof OptimisticLockError)) throw error;
      attempts -= 1;
    }
  }
  throw new Error('Booking is busy');
}
