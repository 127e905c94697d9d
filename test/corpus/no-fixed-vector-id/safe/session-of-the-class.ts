// safe: each session makes its ids of its own name
import { Pinecone } from '@pinecone-database/pinecone';

const index = new Pinecone().index('sessions');

export class SessionMemory {
  private turn = 0;

  constructor(private readonly sessionId: string) {}

  async remember(text: string, values: number[]) {
    this.turn += 1;
    await index.upsert([{ id: `${this.sessionId}-${this.turn}`, values, metadata: { text } }]);
  }
}
