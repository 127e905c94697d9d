// safe: Redis counts for all processes
import { Pinecone } from '@pinecone-database/pinecone';
import { Redis } from 'ioredis';

const redis = new Redis();
const index = new Pinecone().Index('observations');

export async function observe(text: string, values: number[]) {
  const id = `obs-${await redis.incr('observations')}`;
  await index.upsert([{ id, values, metadata: { text } }]);
  return id;
}
