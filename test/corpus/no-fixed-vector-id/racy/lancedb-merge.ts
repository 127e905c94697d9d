import * as lancedb from '@lancedb/lancedb';

export async function sync(rows: { text: string; vector: number[] }[]) {
  const db = await lancedb.connect('data/lancedb');
  const table = await db.openTable('notes');
  const data = rows.map((row, i) => ({ ...row, id: String(i) }));
  await table.mergeInsert('id').whenMatchedUpdateAll().whenNotMatchedInsertAll().execute(data); // RACE
}
