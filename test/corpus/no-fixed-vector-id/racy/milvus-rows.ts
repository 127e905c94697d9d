import { MilvusClient } from '@zilliz/milvus2-sdk-node';

const milvus = new MilvusClient({ address: 'localhost:19530' });

export const upsertChunks = async (chunks: { text: string; vector: number[] }[]) =>
  milvus.upsert({ // RACE
    collection_name: 'chunks',
    data: chunks.map(({ text, vector }, id) => ({ id, text, vector })),
  });
