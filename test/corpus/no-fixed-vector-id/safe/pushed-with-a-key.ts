// safe: the index only counts within a document
import { QdrantClient } from '@qdrant/js-client-rest';
import { v5 as uuidv5 } from 'uuid';

const NAMESPACE = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const client = new QdrantClient({ host: 'localhost', port: 6333 });

export async function learn(url: string, facts: { text: string; vector: number[] }[]) {
  const points = [];
  for (let i = 0; i < facts.length; i++) {
    const fact = facts[i];
    if (!fact) continue;
    points.push({ id: uuidv5(`${url}#${i}`, NAMESPACE), vector: fact.vector, payload: { text: fact.text } });
  }
  await client.upsert('facts', { wait: true, points });
}
