import { Pinecone } from '@pinecone-database/pinecone';

const pinecone = new Pinecone({ apiKey: process.env.PINECONE_API_KEY ?? '' });
const index = pinecone.index('agent-memory');

export async function rememberSummary(text: string, embed: (text: string) => Promise<number[]>) {
  await index.upsert([{ id: 'latest-summary', values: await embed(text), metadata: { text } }]); // RACE
}
