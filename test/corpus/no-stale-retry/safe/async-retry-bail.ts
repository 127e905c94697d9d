// safe: `bail` ends the retries for a stale ticket
import retry from 'async-retry';
import { Repository } from 'typeorm';
import { Ticket } from './ticket.entity';

export class TicketService {
  constructor(private readonly tickets: Repository<Ticket>) {}

  async close(id: number, comment: string): Promise<void> {
    const ticket = await this.tickets.findOneByOrFail({ id });
    await retry(async (bail) => {
      const result = await this.tickets.update({ id, version: ticket.version }, { state: 'closed', comment });
      if (result.affected === 0) bail(new Error('stale ticket'));
    });
  }
}
