// safe: the store makes the ids
import type { Document } from '@langchain/core/documents';
import type { VectorStore } from '@langchain/core/vectorstores';

export class Indexer {
  constructor(private readonly store: VectorStore) {}

  async index(documents: Document[]): Promise<void> {
    await this.store.addDocuments(documents);
  }
}
