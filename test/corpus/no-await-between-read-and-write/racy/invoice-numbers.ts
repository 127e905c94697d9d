import type { Mailer } from './mailer.js';

export interface Invoice {
  no: number;
  customer: string;
  cents: number;
}

export class InvoiceDesk {
  static lastNumber = 1000;

  constructor(private readonly mailer: Mailer) {}

  async issue(customer: string, cents: number): Promise<Invoice> {
    const no = InvoiceDesk.lastNumber + 1;
    const invoice = { no, customer, cents };
    await this.mailer.send(customer, `Invoice ${no}`);
    InvoiceDesk.lastNumber = no; // RACE
    return invoice;
  }
}
