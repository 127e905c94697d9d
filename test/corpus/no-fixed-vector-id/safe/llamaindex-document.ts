// safe: without an id of its own a document gets a random one
import { Document, VectorStoreIndex } from 'llamaindex';

export async function indexReport(index: VectorStoreIndex, report: string, path: string) {
  await index.insert(new Document({ text: report }));
  await index.insert(new Document({ text: report, id_: path }));
}
