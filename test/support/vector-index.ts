/**
 * Doubles of indexes of vectors, in memory: what is written under an id replaces what is there as a whole, and an answer
 * takes a moment. Sources: the documentation of Pinecone's and Chroma's `upsert`.
 */
import type { Index } from '@pinecone-database/pinecone';
import type { Collection } from 'chromadb';

type PineconeUpsert = Pick<Index, 'upsert'>;

export class VectorIndex implements PineconeUpsert {
  private readonly records = new Map<string, unknown>();

  get size(): number {
    return this.records.size;
  }

  async upsert({ records }: Parameters<PineconeUpsert['upsert']>[0]): Promise<void> {
    await answer();
    for (const record of records) this.records.set(record.id, record);
  }
}

type ChromaMethods = Pick<Collection, 'upsert' | 'count'>;

export class ChromaDouble implements ChromaMethods {
  private readonly records = new Map<string, string>();

  get size(): number {
    return this.records.size;
  }

  has(id: string): boolean {
    return this.records.has(id);
  }

  async count(): Promise<number> {
    await answer();
    return this.size;
  }

  async upsert({ ids, documents = [] }: Parameters<ChromaMethods['upsert']>[0]): Promise<void> {
    await answer();
    ids.forEach((id, index) => this.records.set(id, documents[index] ?? ''));
  }
}

function answer(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
