// The library appends
import { Config, JsonDB } from 'node-json-db';

const db = new JsonDB(new Config('log', true, false, '/'));

export async function log(line: string): Promise<void> {
  const count = await db.count('/lines');
  await db.push('/lines[]', { line, number: count });
}
