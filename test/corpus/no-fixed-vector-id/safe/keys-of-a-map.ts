// safe: the keys of a `Map` are its own, not positions
import { QdrantClient } from '@qdrant/js-client-rest';
const client = new QdrantClient({ url: 'x' });
export async function reindex(docs: Map<string, { text: string; vector: number[] }>) {
  const points = [];
  for (const id of docs.keys()) points.push({ id, vector: docs.get(id)!.vector, payload: { text: docs.get(id)!.text } });
  await client.upsert('x', { points });
}
