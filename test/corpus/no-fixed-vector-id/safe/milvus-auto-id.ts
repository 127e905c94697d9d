// safe: the collection makes the keys
import { MilvusClient } from '@zilliz/milvus2-sdk-node';

const milvus = new MilvusClient({ address: 'localhost:19530' });

export const insertChunks = async (chunks: { text: string; vector: number[] }[]) =>
  milvus.insert({
    collection_name: 'chunks',
    data: chunks.map(({ text, vector }) => ({ text, vector })),
  });
