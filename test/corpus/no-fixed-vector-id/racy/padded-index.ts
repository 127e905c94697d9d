import weaviate, { type WeaviateClient } from 'weaviate-client';
export class WeaviateStore {
  constructor(private client: WeaviateClient) {}
  async saveAll(texts: string[]) {
    const col = this.client.collections.get('Note');
    const objects = texts.map((text, i) => ({ id: `00000000-0000-0000-0000-${String(i).padStart(12, '0')}`, properties: { text } }));
    await col.data.insertMany(objects); // RACE
  }
}
