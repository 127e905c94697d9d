import { QdrantVectorStore } from '@langchain/qdrant';
import { OpenAIEmbeddings } from '@langchain/openai';
export async function summarise(summary: string) {
  const vectorStore = await QdrantVectorStore.fromExistingCollection(new OpenAIEmbeddings(), { collectionName: 's' });
  await vectorStore.addDocuments([{ id: 'summary', pageContent: summary, metadata: {} }]); // RACE
}
