import { Index } from '@upstash/vector';

const index = Index.fromEnv();

export async function store(topic, text) {
  const key = `topic:${topic.toLowerCase()}`;
  await index.upsert({ id: key, data: text, metadata: { topic, at: Date.now() } }); // RACE
}
