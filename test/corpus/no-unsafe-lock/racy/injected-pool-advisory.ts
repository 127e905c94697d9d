import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class Scheduler {
  constructor(private readonly dataSource: DataSource) {}

  async tick(job: () => Promise<void>): Promise<void> {
    const [{ locked }] = await this.dataSource.query('SELECT pg_try_advisory_lock(42) AS locked'); // RACE
    if (!locked) return;
    try {
      await job();
    } finally {
      await this.dataSource.query('SELECT pg_advisory_unlock(42)');
    }
  }
}
