import { Document } from '@langchain/core/documents';
import { QdrantVectorStore } from '@langchain/qdrant';
import { embeddings } from './embeddings.js';

const AGENDA = 'f3a1c2d4-0b5e-4f6a-8c7d-9e0f1a2b3c4d';

let opened: Promise<QdrantVectorStore> | undefined;

function store(): Promise<QdrantVectorStore> {
  opened ??= QdrantVectorStore.fromExistingCollection(embeddings, { collectionName: 'agendas' });
  return opened;
}

export async function keep(agent: string, agenda: string): Promise<void> {
  const vectors = await store();
  const document = new Document({ pageContent: agenda, metadata: { agent } });
  await vectors.addDocuments([document], { ids: [AGENDA] }); // RACE
}
