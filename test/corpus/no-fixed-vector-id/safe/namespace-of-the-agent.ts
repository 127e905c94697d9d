// safe: each agent writes to a namespace of its own
import { Pinecone } from '@pinecone-database/pinecone';

const index = new Pinecone().index('scratchpads');

export class Scratchpad {
  private readonly pad;

  constructor(agentId: string) {
    this.pad = index.namespace(`agent-${agentId}`);
  }

  async write(text: string, values: number[]) {
    await this.pad.upsert([{ id: 'scratchpad', values, metadata: { text } }]);
  }
}

export async function writePlan(sessionId: string, plan: string, values: number[]) {
  await index.namespace(sessionId).upsert([{ id: 'plan', values, metadata: { plan } }]);
}
