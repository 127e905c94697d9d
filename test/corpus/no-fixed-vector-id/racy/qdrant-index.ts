import { QdrantClient } from '@qdrant/js-client-rest';

export class KnowledgeBase {
  private readonly client = new QdrantClient({ url: process.env.QDRANT_URL });

  constructor(private readonly collection: string) {}

  async add(texts: string[], vectors: number[][]): Promise<void> {
    await this.client.upsert(this.collection, { // RACE
      wait: true,
      points: texts.map((text, index) => ({ id: index, vector: vectors[index] ?? [], payload: { text } })),
    });
  }
}
