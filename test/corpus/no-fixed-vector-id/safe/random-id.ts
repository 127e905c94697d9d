// safe: each record has an id of its own
import { randomUUID } from 'node:crypto';
import { Pinecone } from '@pinecone-database/pinecone';

const pinecone = new Pinecone({ apiKey: process.env.PINECONE_API_KEY ?? '' });
const index = pinecone.index('agent-memory');

export async function rememberSummary(text: string, embed: (text: string) => Promise<number[]>) {
  await index.upsert([{ id: randomUUID(), values: await embed(text), metadata: { text } }]);
}
