import type { Index } from '@pinecone-database/pinecone';

const TOPIC_IDS = {
  weather: 'topic-weather',
  traffic: 'topic-traffic',
} as const;

export async function publishFinding(
  index: Index,
  topic: keyof typeof TOPIC_IDS,
  finding: string,
  values: number[],
): Promise<void> {
  await index.upsert({ // RACE
    records: [{ id: TOPIC_IDS[topic], values, metadata: { finding } }],
  });
}
