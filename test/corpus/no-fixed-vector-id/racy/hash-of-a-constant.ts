import { QdrantClient } from '@qdrant/js-client-rest';
import { v5 } from 'uuid';
const NS = '1b671a64-40d5-491e-99b0-da01ff1f3341';
const qdrant = new QdrantClient({ url: process.env.QDRANT_URL });
export async function storeAnswer(answer: string, vector: number[]) {
  const id = v5('latest-answer', NS);
  await qdrant.upsert('answers', { points: [{ id, vector, payload: { answer } }] }); // RACE
}
