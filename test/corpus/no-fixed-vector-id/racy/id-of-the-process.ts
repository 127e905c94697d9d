import { Pinecone } from '@pinecone-database/pinecone';
const processId = crypto.randomUUID();
const index = new Pinecone().index('x');
export async function heartbeat(status: string, values: number[]) {
  await index.upsert([{ id: `status-${processId}`, values, metadata: { status } }]); // RACE
}
