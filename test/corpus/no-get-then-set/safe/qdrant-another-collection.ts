// safe: the point is copied to another collection
import { QdrantClient } from '@qdrant/js-client-rest';

const client = new QdrantClient({ url: 'http://localhost:6333' });

export async function copy(id: string, vector: number[]): Promise<void> {
  const [point] = await client.retrieve('drafts', { ids: [id], with_payload: true });
  await client.upsert('published', { points: [{ id, vector, payload: point?.payload ?? {} }] });
}
