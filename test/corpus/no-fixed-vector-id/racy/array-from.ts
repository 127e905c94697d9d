import { PineconeStore } from '@langchain/pinecone';
import type { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { Pinecone } from '@pinecone-database/pinecone';

export async function load(documents: Document[], embeddings: EmbeddingsInterface) {
  const pineconeIndex = new Pinecone().Index('handbook');
  const store = await PineconeStore.fromExistingIndex(embeddings, { pineconeIndex });
  await store.addDocuments(documents, { // RACE
    ids: Array.from({ length: documents.length }, (_, i) => `handbook-${i}`),
  });
}
