// safe: the id comes from the object, or from the client
import weaviate, { generateUuid5 } from 'weaviate-client';

export async function saveSummary(project: string, summary: string) {
  const client = await weaviate.connectToLocal();
  const collection = client.collections.use('Summaries');
  await collection.data.insert({ properties: { project, summary } });
  await collection.data.insertMany([{ id: generateUuid5(summary), properties: { summary } }]);
}
