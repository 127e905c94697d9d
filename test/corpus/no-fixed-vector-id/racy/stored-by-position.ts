import { Pinecone } from '@pinecone-database/pinecone';
const index = new Pinecone().index('x');
export async function ingest(docs: { text: string; values: number[] }[]) {
  const records = new Array(docs.length);
  for (let i = 0; i < docs.length; i++) {
    records[i] = { id: `doc:${i}`, values: docs[i].values, metadata: { text: docs[i].text } };
  }
  await index.upsert(records); // RACE
}
