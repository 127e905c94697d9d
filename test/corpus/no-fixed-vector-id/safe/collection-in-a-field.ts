// safe: each agent has a collection of its own
import { ChromaClient } from 'chromadb';
import { createHash } from 'crypto';
const hashOf = (s: string) => createHash('sha1').update(s).digest('hex');
export class Memory {
  private collection?: Awaited<ReturnType<ChromaClient['getOrCreateCollection']>>;
  constructor(private readonly client: ChromaClient, private readonly agentId: string) {}
  async init() { this.collection = await this.client.getOrCreateCollection({ name: `memory_${this.agentId}` }); }
  async add(texts: string[]) {
    await this.collection!.add({ ids: texts.map((_, i) => `m${i}`), documents: texts });
    await this.collection!.upsert({ ids: texts.map(hashOf), documents: texts });
  }
}
