import { Pinecone } from '@pinecone-database/pinecone';
import { chunk } from 'lodash';
const index = new Pinecone().index('x');
export async function ingest(docs: { text: string; values: number[] }[]) {
  const records = docs.map((d, i) => ({ id: `c${i}`, values: d.values }));
  for (const batch of chunk(records, 100)) {
    await index.upsert(batch); // RACE
  }
}
