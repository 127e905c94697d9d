// safe: the id says of which document the chunk is
import { Pinecone } from '@pinecone-database/pinecone';

const pc = new Pinecone();

interface Source {
  id: string;
  text: string;
}

export async function ingest(document: Source, embed: (chunks: string[]) => Promise<number[][]>): Promise<void> {
  const chunks = document.text.split('\n\n');
  const vectors = await embed(chunks);
  const records = chunks.map((text, i) => ({
    id: `${document.id}#${i}`,
    values: vectors[i] ?? [],
    metadata: { text },
  }));
  await pc.index('documents').upsert({ records });
}
