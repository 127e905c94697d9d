import weaviate, { generateUuid5 } from 'weaviate-client';

const SUMMARY = generateUuid5('project-summary');

export async function saveSummary(summary: string) {
  const client = await weaviate.connectToLocal();
  const collection = client.collections.use('Summaries');
  await collection.data.replace({ id: SUMMARY, properties: { summary } }); // RACE
}
