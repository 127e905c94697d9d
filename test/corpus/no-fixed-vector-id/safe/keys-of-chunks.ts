// safe: the id holds the document, a hash, a random part or the time
import { Pinecone } from '@pinecone-database/pinecone';
import { v4 as uuidv4 } from 'uuid';
import crypto from 'crypto';
const index = new Pinecone().index('x');
function chunkId(docId: string, n: number) { return `${docId}-chunk-${n}`; }
export async function add(doc: { slug: string; chunks: string[] }, embed: (s: string) => Promise<number[]>) {
  const records = [];
  for (const [n, text] of doc.chunks.entries()) {
    records.push({ id: chunkId(doc.slug, n), values: await embed(text), metadata: { text } });
  }
  await index.upsert(records);
  await index.upsert(doc.chunks.map((text) => ({ id: crypto.createHash('md5').update(text).digest('hex'), values: [1] })));
  await index.upsert(doc.chunks.map((_c, i) => ({ id: `${uuidv4()}-${i}`, values: [1] })));
  await index.upsert(doc.chunks.map((_c, i) => ({ id: `${Date.now()}-${i}`, values: [1] })));
}
