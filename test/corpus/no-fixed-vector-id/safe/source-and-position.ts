// safe: the position counts within a source
import { Chroma } from '@langchain/community/vectorstores/chroma';
import type { Document } from '@langchain/core/documents';
export async function add(store: Chroma, docs: Document[], source: string) {
  const ids = docs.map((d, i) => `${d.metadata.source ?? source}:${i}`);
  await store.addDocuments(docs, { ids });
}
