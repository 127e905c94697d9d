// safe: the store makes the ids
import { PgVector } from '@mastra/pg';

const store = new PgVector({ id: 'vectors', connectionString: process.env.DATABASE_URL ?? '' });

export async function indexChunks(chunks: { text: string }[], vectors: number[][]) {
  await store.upsert({ indexName: 'docs', vectors, metadata: chunks });
}
