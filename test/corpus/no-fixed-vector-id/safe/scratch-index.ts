// safe: the index is of this build alone
import { Pinecone } from '@pinecone-database/pinecone';
const pc = new Pinecone();
export async function build(tmpName: string, docs: { values: number[] }[]) {
  const index = pc.index(`scratch-${crypto.randomUUID()}`);
  await index.upsert(docs.map((d, i) => ({ id: String(i), values: d.values })));
}
