import { tool } from '@langchain/core/tools';
import { QdrantClient } from '@qdrant/js-client-rest';
import { z } from 'zod';

const qdrant = new QdrantClient({ url: 'http://localhost:6333' });

export const saveMemory = tool(
  async ({ memory, vector }) => {
    await qdrant.upsert('memories', { points: [{ id: 1, vector, payload: { memory } }] }); // RACE
    return 'saved';
  },
  { name: 'save_memory', schema: z.object({ memory: z.string(), vector: z.array(z.number()) }) },
);
