import retry from 'async-retry';
import { Repository } from 'typeorm';
import { Ticket } from './ticket.entity';

export class TicketService {
  constructor(private readonly tickets: Repository<Ticket>) {}

  async close(id: number, comment: string): Promise<void> {
    const ticket = await this.tickets.findOneByOrFail({ id });
    const log = ticket.log.concat({ comment, at: new Date() });
    await retry(
      async () => {
        const result = await this.tickets.update({ id, version: ticket.version }, { state: 'closed', log }); // RACE
        if (result.affected === 0) throw new Error('stale ticket');
      },
      { retries: 4, minTimeout: 50 },
    );
  }
}
