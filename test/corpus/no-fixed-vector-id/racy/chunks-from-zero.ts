import { Pinecone } from '@pinecone-database/pinecone';
import { OpenAI } from 'openai';

const pc = new Pinecone();
const openai = new OpenAI();

async function embedAll(chunks: string[]): Promise<number[][]> {
  const { data } = await openai.embeddings.create({ model: 'text-embedding-3-small', input: chunks });
  return data.map((each) => each.embedding);
}

export async function ingest(document: string): Promise<void> {
  const chunks = document.split('\n\n');
  const vectors = await embedAll(chunks);
  const records = chunks.map((text, i) => ({
    id: `chunk-${i}`,
    values: vectors[i] ?? [],
    metadata: { text },
  }));
  await pc.index('documents').upsert({ records }); // RACE
}
