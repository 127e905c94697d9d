import { QdrantClient } from '@qdrant/js-client-rest';
const qdrant = new QdrantClient({});
export async function index(topic: string, findings: { text: string; embedding: number[] }[]): Promise<void> {
  const { count } = await qdrant.count('findings');
  await qdrant.upsert('findings', { // RACE
    points: findings.map((f, i) => ({ id: count + i, vector: f.embedding, payload: { topic, text: f.text } })),
  });
}
