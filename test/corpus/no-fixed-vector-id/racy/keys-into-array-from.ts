import { SupabaseVectorStore } from '@langchain/community/vectorstores/supabase';
export class Rag {
  constructor(private readonly vectorStore: SupabaseVectorStore) {}
  async add(chunks: string[]) {
    const docs = chunks.map((pageContent, i) => ({ pageContent, metadata: { i } }));
    const ids = Array.from(docs.keys(), (k) => `${k}`);
    await this.vectorStore.addDocuments(docs, { ids }); // RACE
  }
}
