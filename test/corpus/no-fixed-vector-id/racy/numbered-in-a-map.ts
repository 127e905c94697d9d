import { QdrantClient } from '@qdrant/js-client-rest';
export async function storeBatch(qdrant: QdrantClient, rows: { v: number[]; t: string }[]) {
  let pointId = 1;
  const points = rows.map((row) => ({ id: pointId++, vector: row.v, payload: { t: row.t } }));
  await qdrant.upsert('rows', { points }); // RACE
}
