import { QdrantClient } from '@qdrant/js-client-rest';

interface Fact {
  text: string;
  vector: number[];
}

const client = new QdrantClient({ host: 'localhost', port: 6333 });

export async function learn(facts: Fact[]) {
  const points = [];
  for (let i = 0; i < facts.length; i++) {
    const fact = facts[i];
    if (!fact) continue;
    points.push({ id: i + 1, vector: fact.vector, payload: { text: fact.text } });
  }
  try {
    await client.upsert('facts', { wait: true, points }); // RACE
  } catch (error) {
    console.error('facts were not stored', error);
  }
}
