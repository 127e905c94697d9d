// safe: the getter gives the namespace of the agent
import { Pinecone } from '@pinecone-database/pinecone';
const pc = new Pinecone();
export class AgentMemory {
  constructor(private readonly agentId: string) {}
  private get ns() { return pc.index('x').namespace(this.agentId); }
  async save(text: string, values: number[]) { await this.ns.upsert([{ id: 'summary', values, metadata: { text } }]); }
}
