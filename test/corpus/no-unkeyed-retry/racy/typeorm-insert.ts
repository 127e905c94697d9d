import { DataSource, Repository } from 'typeorm';
import { retry } from '../util/retry.js';
import { Entry } from './entry.entity.js';

export class Journal {
  private readonly entries: Repository<Entry>;

  constructor(source: DataSource) {
    this.entries = source.getRepository(Entry);
  }

  async write(text: string, amount: number) {
    await retry(() => this.entries.insert({ text, amount }), 3); // RACE
  }
}
