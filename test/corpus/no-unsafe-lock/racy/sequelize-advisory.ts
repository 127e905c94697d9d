import { QueryTypes, Sequelize } from 'sequelize';

export class Leases {
  constructor(private readonly sequelize: Sequelize) {}

  async exclusively(id: number, work: () => Promise<void>): Promise<void> {
    await this.sequelize.query('SELECT pg_advisory_lock(:id)', { replacements: { id }, type: QueryTypes.SELECT }); // RACE
    try {
      await work();
    } finally {
      await this.sequelize.query('SELECT pg_advisory_unlock(:id)', { replacements: { id }, type: QueryTypes.SELECT });
    }
  }
}
