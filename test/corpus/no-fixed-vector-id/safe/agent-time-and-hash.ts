// safe: the agent, the time and a hash of the content tell the findings apart
import { createHash } from 'node:crypto';
import type { Index } from '@pinecone-database/pinecone';

export async function publishFinding(index: Index, agentId: string, finding: string, values: number[]) {
  const digest = createHash('sha1').update(finding).digest('hex');
  const id = [agentId, Date.now(), digest].join(':');
  await index.upsert({ records: [{ id, values, metadata: { finding } }] });
}
