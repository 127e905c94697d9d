import { QdrantClient } from '@qdrant/js-client-rest';

const client = new QdrantClient({ url: 'http://localhost:6333' });

export async function addTag(id: string, tag: string): Promise<void> {
  const [point] = await client.retrieve('notes', { ids: [id], with_payload: true });
  const tags = (point?.payload?.['tags'] as string[] | undefined) ?? [];
  await client.setPayload('notes', { points: [id], payload: { tags: [...tags, tag] } }); // RACE
}
