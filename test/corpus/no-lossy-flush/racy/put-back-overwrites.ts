import type { Pool } from 'pg';

export class Audit {
  private entries: string[] = [];

  constructor(private readonly pool: Pool) {}

  log(entry: string): void {
    this.entries.push(entry);
  }

  async flush(): Promise<void> {
    const batch = this.entries;
    this.entries = [];
    try {
      await this.pool.query('INSERT INTO audit (entry) SELECT unnest($1::text[])', [batch]);
    } catch {
      this.entries = batch; // RACE
    }
  }
}
