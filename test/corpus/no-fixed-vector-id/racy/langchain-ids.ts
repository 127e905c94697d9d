import type { Document } from '@langchain/core/documents';
import type { VectorStore } from '@langchain/core/vectorstores';

export class Indexer {
  constructor(private readonly store: VectorStore) {}

  async index(documents: Document[]): Promise<void> {
    const ids = documents.map((_, position) => `doc-${String(position)}`);
    await this.store.addDocuments(documents, { ids }); // RACE
  }
}
