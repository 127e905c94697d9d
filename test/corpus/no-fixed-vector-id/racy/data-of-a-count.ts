import { MilvusClient } from '@zilliz/milvus2-sdk-node';

const milvus = new MilvusClient({ address: 'localhost:19530' });

async function rowsSoFar(collection_name: string) {
  const { data } = await milvus.count({ collection_name });
  return Number(data);
}

export async function addTip(tip: string, vector: number[]) {
  const id = (await rowsSoFar('tips')) + 1;
  await milvus.upsert({ collection_name: 'tips', data: [{ id, tip, vector }] }); // RACE
}
