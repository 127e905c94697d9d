// safe: constant records, the same whoever writes them
import { ChromaClient } from 'chromadb';

const chroma = new ChromaClient();

const SAMPLES = ['Paris is in France.', 'Rome is in Italy.'];

export async function seed() {
  const collection = await chroma.getOrCreateCollection({ name: 'samples' });
  await collection.upsert({ ids: SAMPLES.map((_, i) => `sample_${i}`), documents: SAMPLES });
}
