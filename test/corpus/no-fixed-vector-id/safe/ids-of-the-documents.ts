// safe: each document brings its own id
import type { Document } from '@langchain/core/documents';
import { PineconeStore } from '@langchain/pinecone';

export async function add(store: PineconeStore, documents: Document[], run: string): Promise<void> {
  const ids = documents.map((document, i) => document.id ?? `${run}-${i}`);
  await store.addDocuments(documents, { ids });
}
