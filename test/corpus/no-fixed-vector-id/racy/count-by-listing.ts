import { ChromaClient } from 'chromadb';
import { OpenAIEmbeddings } from '@langchain/openai';
const client = new ChromaClient();
export async function remember(agentName: string, fact: string) {
  const collection = await client.getOrCreateCollection({ name: 'shared-facts' });
  const existing = await collection.get();
  const id = `fact-${existing.ids.length}`;
  await collection.upsert({ ids: [id], documents: [fact], metadatas: [{ agentName }] }); // RACE
}
