// safe: the metadata that is written comes from the caller alone
import { Pinecone } from '@pinecone-database/pinecone';

const index = new Pinecone().index<{ title: string }>('articles');

export async function rename(id: string, title: string): Promise<string | undefined> {
  const { records } = await index.fetch({ ids: [id] });
  await index.update({ id, metadata: { title } });
  return records[id]?.metadata?.title;
}
