// SAFE: one query runner, and so one session, takes the lock and lets go of it.
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

@Injectable()
export class Scheduler {
  constructor(private readonly dataSource: DataSource) {}

  async tick(job: () => Promise<void>): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    try {
      const [{ locked }] = await runner.query('SELECT pg_try_advisory_lock(42) AS locked');
      if (!locked) return;
      try {
        await job();
      } finally {
        await runner.query('SELECT pg_advisory_unlock(42)');
      }
    } finally {
      await runner.release();
    }
  }
}
