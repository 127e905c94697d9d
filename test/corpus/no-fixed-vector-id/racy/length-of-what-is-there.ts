import { Index } from '@upstash/vector';

const index = new Index();

export async function append(text: string) {
  const info = await index.info();
  await index.upsert([{ id: info.vectorCount, data: text }]); // RACE
}
