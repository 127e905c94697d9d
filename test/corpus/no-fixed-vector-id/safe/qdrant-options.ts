import { randomUUID } from 'node:crypto';
import { Document } from '@langchain/core/documents';
import { QdrantVectorStore } from '@langchain/qdrant';
import { embeddings } from './embeddings.js';

let opened: Promise<QdrantVectorStore> | undefined;

function store(): Promise<QdrantVectorStore> {
  opened ??= QdrantVectorStore.fromExistingCollection(embeddings, { collectionName: 'agendas' });
  return opened;
}

export async function keep(agent: string, agenda: string): Promise<void> {
  const vectors = await store();
  const document = new Document({ pageContent: agenda, metadata: { agent } });
  await vectors.addDocuments([document], { ids: [randomUUID()] });
}

/** The documents bring their ids. */
export async function keepAll(agendas: { id: string; text: string }[]): Promise<void> {
  const vectors = await store();
  const documents = agendas.map(({ id, text }) => new Document({ id, pageContent: text }));
  await vectors.addDocuments(documents);
}
