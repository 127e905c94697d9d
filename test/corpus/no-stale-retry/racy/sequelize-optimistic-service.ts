import { OptimisticLockError } from 'sequelize';
import { Invoice } from '../models/invoice.js';

export default class InvoiceService {
  static async addLine(id: number, line: object): Promise<Invoice> {
    const invoice = await Invoice.findByPk(id, { rejectOnEmpty: true });
    const lines = [...invoice.lines, line];

    const attempt = async (n: number): Promise<Invoice> => {
      try {
        return await invoice.update({ lines }); // RACE
      } catch (err) {
        if (err instanceof OptimisticLockError && n < 3) return attempt(n + 1);
        throw err;
      }
    };
    return attempt(0);
  }
}
