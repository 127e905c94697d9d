import { Injectable, Logger } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { backOff } from 'exponential-backoff';
import { Ticket, TicketDocument } from './ticket.schema.js';

@Injectable()
export class TicketService {
  private readonly logger = new Logger(TicketService.name);

  constructor(@InjectModel(Ticket.name) private readonly tickets: Model<TicketDocument>) {}

  async comment(id: string, comment: string): Promise<void> {
    const ticket = await this.tickets.findById(id).exec();
    if (!ticket) return;
    ticket.comments.push(comment);
    await backOff(() => ticket.save(), { // RACE
      numOfAttempts: 5,
      retry: (error: Error) => {
        this.logger.warn(error.message);
        return error.name === 'VersionError';
      },
    });
  }
}
