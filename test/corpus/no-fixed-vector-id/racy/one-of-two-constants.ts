import { MilvusClient } from '@zilliz/milvus2-sdk-node';
type Row = { id: string; vector: number[]; text: string };
export class Mem {
  constructor(private readonly milvus: MilvusClient) {}
  async put(topic: 'goals' | 'plans', text: string, vector: number[]) {
    const rows: Row[] = [];
    rows.push({ id: topic === 'goals' ? 'goals-current' : 'plans-current', vector, text });
    await this.milvus.upsert({ collection_name: 'memory', data: rows }); // RACE
  }
}
