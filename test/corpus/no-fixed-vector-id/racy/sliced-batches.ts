import { Pinecone, type RecordMetadata } from '@pinecone-database/pinecone';
import { embedMany } from 'ai';
import { openai } from '@ai-sdk/openai';
export class DocumentIndexer {
  private index;
  constructor(apiKey: string, indexName: string) {
    const client = new Pinecone({ apiKey });
    this.index = client.Index(indexName);
  }
  async indexDocument(title: string, paragraphs: string[]) {
    const { embeddings } = await embedMany({ model: openai.embedding('text-embedding-3-small'), values: paragraphs });
    const vectors = embeddings.map((values, idx) => ({ id: idx.toString(), values, metadata: { title, text: paragraphs[idx] } as RecordMetadata }));
    for (let i = 0; i < vectors.length; i += 100) {
      await this.index.upsert(vectors.slice(i, i + 100)); // RACE
    }
  }
}
