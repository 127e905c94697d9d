import { Pinecone, Index } from '@pinecone-database/pinecone';
interface AgentNote { agent: string; topic: string; body: string }
const slug = (s: string) => s.toLowerCase().replace(/\s+/g, '-');
export async function publish(index: Index, note: AgentNote, embed: (t: string) => Promise<number[]>) {
  const id = `topic-${slug(note.topic)}`;
  await index.upsert([{ id, values: await embed(note.body), metadata: { agent: note.agent, body: note.body } }]); // RACE
}
