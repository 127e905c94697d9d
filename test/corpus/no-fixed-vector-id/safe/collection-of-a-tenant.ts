// safe: each tenant has a collection, each row a key
import { QdrantClient } from '@qdrant/js-client-rest';
export class TenantStore {
  constructor(private readonly client: QdrantClient, private readonly tenantId: string) {}
  async put(texts: string[], vectors: number[][]) {
    await this.client.upsert(`docs_${this.tenantId}`, { points: texts.map((t, i) => ({ id: i, vector: vectors[i] ?? [], payload: { t } })) });
  }
}
export async function putRow(client: QdrantClient, row: { id: number; v: number[] }) {
  await client.upsert('rows', { points: [{ id: row.id, vector: row.v }] });
}
