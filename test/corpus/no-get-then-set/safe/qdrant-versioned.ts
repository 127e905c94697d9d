// safe: the point is replaced only while its version is the one that was read, and that is looked at
import { QdrantClient } from '@qdrant/js-client-rest';

const client = new QdrantClient({ url: 'http://localhost:6333' });

export async function append(id: string, vector: number[], line: string): Promise<boolean> {
  const [point] = await client.retrieve('notes', { ids: [id], with_payload: true });
  const version = Number(point?.payload?.['version'] ?? 0);
  const written = await client.upsert('notes', {
    points: [{ id, vector, payload: { text: `${String(point?.payload?.['text'])}\n${line}`, version: version + 1 } }],
    update_filter: { must: [{ key: 'version', match: { value: version } }] },
  });
  return written.status === 'completed';
}
