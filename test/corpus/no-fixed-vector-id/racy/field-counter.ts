import type { Collection } from 'chromadb';

export class Journal {
  private entries = 0;

  constructor(private readonly collection: Collection) {}

  async write(entry: string) {
    this.entries += 1;
    const ids = [`entry-${this.entries}`];
    await this.collection.upsert({ ids, documents: [entry] }); // RACE
  }
}
