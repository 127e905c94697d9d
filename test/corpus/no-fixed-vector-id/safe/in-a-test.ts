// safe: a test runs once
import { QdrantClient } from '@qdrant/js-client-rest';
import { test, expect } from 'vitest';
const client = new QdrantClient({ url: 'http://localhost:6333' });
test('stores a point', async () => {
  const vector = [Math.random(), 1];
  await client.upsert('t', { points: [{ id: 1, vector }] });
  expect((await client.retrieve('t', { ids: [1] })).length).toBe(1);
});
