import { bulkWrite } from './mongo.js';

export class Audit {
  private entries: string[] = [];

  log(entry: string): void {
    this.entries.push(entry);
  }

  async flush(): Promise<void> {
    await this.store();
    this.reset(); // RACE
  }

  private async store(): Promise<void> {
    await bulkWrite(this.entries);
  }

  private reset(): void {
    this.entries = [];
  }
}
