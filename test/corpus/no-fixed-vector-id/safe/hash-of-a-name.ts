// safe: the hash is of the address and the position in it
import { QdrantClient } from '@qdrant/js-client-rest';
import { v5 as uuidv5 } from 'uuid';
const client = new QdrantClient({ url: 'http://q' });
const NAMESPACE = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
export async function ingest(doc: { url: string; chunks: string[] }, vectors: number[][]) {
  const points = doc.chunks.map((text, i) => ({ id: uuidv5(`${doc.url}:${i}`, NAMESPACE), vector: vectors[i], payload: { text } }));
  await client.upsert('c', { points });
}
