import { Pinecone } from '@pinecone-database/pinecone';
const index = new Pinecone().index('x');
const batches = <T>(xs: T[], n: number) => Array.from({ length: Math.ceil(xs.length / n) }, (_, i) => xs.slice(i * n, i * n + n));
export async function ingest(docs: { text: string; values: number[] }[]) {
  const records = docs.map(({ text, values }, position) => ({ id: position.toString(), values, metadata: { text } }));
  await Promise.all(batches(records, 100).map((batch) => index.upsert(batch))); // RACE
}
