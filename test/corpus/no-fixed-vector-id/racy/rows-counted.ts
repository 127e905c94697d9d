import * as lancedb from '@lancedb/lancedb';
const db = await lancedb.connect('/tmp/db');
export async function remember(agent: string, text: string, vector: number[]) {
  const table = await db.openTable('memories');
  const rows = await table.countRows();
  await table.add([{ id: rows + 1, agent, text, vector }]); // RACE
}
