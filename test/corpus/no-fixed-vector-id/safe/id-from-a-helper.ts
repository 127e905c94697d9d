// safe: the helper hashes what it is given
import { createHash } from 'node:crypto';
import { Pinecone } from '@pinecone-database/pinecone';

const index = new Pinecone().index<{ text: string }>('research');

function makeId(prefix: string, text: string): string {
  const digest = createHash('md5').update(text).digest('hex');
  return `${prefix}-${digest}`;
}

export async function addFindings(findings: string[], embed: (text: string) => Promise<number[]>) {
  const records = await Promise.all(
    findings.map(async (text) => {
      const values = await embed(text);
      return { id: makeId('finding', text), values, metadata: { text } };
    }),
  );
  await index.namespace('findings').upsert(records);
}
