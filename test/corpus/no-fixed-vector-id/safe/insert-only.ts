// safe: the point is made once, and what is there stays
import { QdrantClient } from '@qdrant/js-client-rest';

const qdrant = new QdrantClient({ url: 'http://localhost:6333' });

export async function claim(taskId: string, vector: number[], agent: string) {
  await qdrant.upsert('claims', {
    points: [{ id: taskId, vector, payload: { agent } }],
    update_mode: 'insert_only',
  });
}
