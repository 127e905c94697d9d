import { dataSource } from './data-source.js';
import { Booking } from './entities/booking.js';
import { OptimisticLockVersionMismatchError } from 'typeorm';

export class Bookings {
  private readonly repository = dataSource.getRepository(Booking);

  async extend(id: string, days: number) {
    const booking = await this.repository.findOneOrFail({ where: { id } });
    booking.days += days;

    let saved = false;
    let tries = 0;
    while (!saved && tries < 5) {
      try {
        await this.repository.save(booking); // RACE
        saved = true;
      } catch (e) {
        if (e instanceof OptimisticLockVersionMismatchError) {
          tries++;
        } else {
          throw e;
        }
      }
    }
    return saved;
  }
}
