// safe: the same content gives the same id, and the same record
import { createHash } from 'node:crypto';
import { QdrantClient } from '@qdrant/js-client-rest';

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

export class KnowledgeBase {
  private readonly client = new QdrantClient({ url: process.env.QDRANT_URL });

  constructor(private readonly collection: string) {}

  async add(texts: string[], vectors: number[][]): Promise<void> {
    await this.client.upsert(this.collection, {
      wait: true,
      points: texts.map((text, index) => ({ id: hash(text), vector: vectors[index] ?? [], payload: { text } })),
    });
  }
}
