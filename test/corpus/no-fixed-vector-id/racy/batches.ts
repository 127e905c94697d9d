import { Pinecone } from '@pinecone-database/pinecone';

const BATCH = 100;

export async function uploadAll(lines: string[], embed: (lines: string[]) => Promise<number[][]>) {
  const index = new Pinecone().index('logs');
  for (let start = 0; start < lines.length; start += BATCH) {
    const batch = lines.slice(start, start + BATCH);
    const values = await embed(batch);
    await index.upsert(batch.map((text, i) => ({ id: `line-${start + i}`, values: values[i] ?? [], metadata: { text } }))); // RACE
  }
}
