import { Pinecone } from '@pinecone-database/pinecone';

const index = new Pinecone().index<{ text: string }>('research');

const makeId = (kind: string, position: number) => [kind, position].join('#');

export async function addFindings(findings: string[], embed: (text: string) => Promise<number[]>) {
  const records = await Promise.all(
    findings.map(async (text, n) => {
      const values = await embed(text);
      return { id: makeId('finding', n), values, metadata: { text } };
    }),
  );
  await index.namespace('findings').upsert(records); // RACE
}
