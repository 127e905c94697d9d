// safe: an index of a database, not of vectors
import type { Index } from './btree.js';

export async function write(index: Index, text: string) {
  await index.upsert([{ id: 'last', text }]);
}
