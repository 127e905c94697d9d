import { Index } from '@upstash/vector';

const index = new Index<{ score: number }>();

export async function reinforce(id: string, by: number): Promise<void> {
  const [memory] = await index.fetch([id], { includeMetadata: true });
  if (!memory) return;
  await index.update({ id, metadata: { score: (memory.metadata?.score ?? 0) + by } }); // RACE
}
