import { ChromaClient } from 'chromadb';
const client = new ChromaClient();
export async function save(docs: string[]) {
  const collection = await client.getOrCreateCollection({ name: 'docs' });
  const ids = [...Array(docs.length).keys()].map(String);
  await collection.upsert({ ids, documents: docs }); // RACE
}
