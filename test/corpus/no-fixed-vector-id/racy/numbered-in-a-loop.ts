import { SupabaseVectorStore } from '@langchain/community/vectorstores/supabase';
import type { Document } from '@langchain/core/documents';
export async function upsertDocs(store: SupabaseVectorStore, docs: Document[]) {
  let i = 0;
  const ids: string[] = [];
  for (const _doc of docs) ids.push(`doc_${i++}`);
  await store.addDocuments(docs, { ids }); // RACE
}
