import { Pinecone } from '@pinecone-database/pinecone';
const pc = new Pinecone();
export async function upsertDocs(docs: { text: string; values: number[] }[]) {
  const index = pc.index('docs');
  const records = docs.reduce((acc, doc, i) => {
    acc.push({ id: `r-${i}`, values: doc.values, metadata: { text: doc.text } });
    return acc;
  }, [] as any[]);
  await index.upsert(records); // RACE
}
