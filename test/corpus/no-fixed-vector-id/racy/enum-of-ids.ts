import { Pinecone } from '@pinecone-database/pinecone';
const index = new Pinecone().index('x');
enum RecordId { Summary = 'summary', Plan = 'plan' }
export async function saveSummary(text: string, values: number[]) {
  await index.upsert([{ id: RecordId.Summary, values, metadata: { text } }]); // RACE
}
