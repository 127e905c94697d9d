// safe: JSON.ARRAPPEND is atomic, the read is for the answer
import { createClient } from 'redis';

const client = createClient();

export async function addStep(runId: string, step: { tool: string; ms: number }) {
  await client.json.arrAppend(`run:${runId}`, '$.steps', step);
  await client.json.numIncrBy(`run:${runId}`, '$.total', step.ms);
  return client.json.get(`run:${runId}`);
}
