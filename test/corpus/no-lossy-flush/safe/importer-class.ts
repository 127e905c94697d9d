// safe: one loop adds, and waits for the flush before it goes on
import { bulkInsert } from './db.js';

export class Importer {
  private batch: object[] = [];

  async run(source: AsyncIterable<object>): Promise<void> {
    for await (const row of source) {
      this.batch.push(row);
      if (this.batch.length >= 500) await this.flush();
    }
    await this.flush();
  }

  private async flush(): Promise<void> {
    if (this.batch.length === 0) return;
    await bulkInsert(this.batch);
    this.batch = [];
  }
}
