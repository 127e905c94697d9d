import { Document, VectorStoreIndex } from 'llamaindex';

export async function indexReport(index: VectorStoreIndex, report: string) {
  const document = new Document({ text: report, id_: 'weekly-report' });
  await index.insert(document); // RACE
}
