// safe: a cached entry of an old schema is replaced by one from the database
import { createClient } from 'redis';

const SCHEMA = 7;
const client = createClient();

type Entry<T> = { schema: number; data: T };

export async function cachedOrLoad<T>(id: string, load: (id: string) => Promise<T>): Promise<T> {
  const raw = await client.get(`e:${id}`);
  if (raw) {
    const entry = JSON.parse(raw) as Entry<T>;
    if (entry.schema === SCHEMA) return entry.data;
  }
  const entry: Entry<T> = { schema: SCHEMA, data: await load(id) };
  await client.set(`e:${id}`, JSON.stringify(entry), { EX: 3600 });
  return entry.data;
}
