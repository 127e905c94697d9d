// safe: nobody else has the process's id, and the counter goes on
import { Pinecone } from '@pinecone-database/pinecone';
const pc = new Pinecone();
const runId = crypto.randomUUID();
let seq = 0;
export async function save(values: number[], text: string) {
  await pc.index('x').upsert([{ id: `${runId}-${seq++}`, values, metadata: { text } }]);
}
