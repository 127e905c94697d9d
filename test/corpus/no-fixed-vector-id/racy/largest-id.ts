import { QdrantClient } from '@qdrant/js-client-rest';
const client = new QdrantClient({ url: 'http://localhost:6333' });
export async function add(text: string, vector: number[]) {
  const { points } = await client.scroll('notes', { limit: 1000 });
  const maxId = Math.max(0, ...points.map((p) => Number(p.id)));
  await client.upsert('notes', { points: [{ id: maxId + 1, vector, payload: { text } }] }); // RACE
}
