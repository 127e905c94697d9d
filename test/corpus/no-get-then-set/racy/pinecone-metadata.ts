import { Pinecone } from '@pinecone-database/pinecone';

const index = new Pinecone().index<{ votes: number }>('articles');

export async function vote(id: string): Promise<void> {
  const { records } = await index.fetch({ ids: [id] });
  const votes = (records[id]?.metadata?.votes ?? 0) + 1;
  await index.update({ id, metadata: { votes } }); // RACE
}
