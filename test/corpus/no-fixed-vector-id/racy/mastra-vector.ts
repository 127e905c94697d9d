import { PgVector } from '@mastra/pg';

const store = new PgVector({ id: 'vectors', connectionString: process.env.DATABASE_URL ?? '' });

export async function indexChunks(chunks: { text: string }[], vectors: number[][]) {
  await store.upsert({ // RACE
    indexName: 'docs',
    vectors,
    metadata: chunks,
    ids: chunks.map((_chunk, i) => `chunk_${i}`),
  });
}
