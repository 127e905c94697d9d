import { Pinecone } from '@pinecone-database/pinecone';

const index = new Pinecone().Index('observations');

let nextId = 0;

export async function observe(text: string, values: number[]) {
  const id = `obs-${nextId++}`;
  await index.namespace('shared').upsert([{ id, values, metadata: { text } }]); // RACE
  return id;
}
