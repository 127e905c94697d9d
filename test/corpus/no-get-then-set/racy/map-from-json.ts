import { createClient } from 'redis';

const store = createClient();

export const init = () => store.connect();

export async function assignShard(topic: string, consumer: string): Promise<Map<string, string>> {
  const raw = await store.get('shards');
  const shards = new Map<string, string>(raw ? JSON.parse(raw) : []);
  shards.set(topic, consumer);
  await store.set('shards', JSON.stringify([...shards])); // RACE
  return shards;
}

export async function release(consumer: string) {
  const shards = new Map<string, string>(JSON.parse((await store.get('shards')) ?? '[]'));
  for (const [topic, owner] of shards) {
    if (owner === consumer) shards.delete(topic);
  }
  await store.set('shards', JSON.stringify(Array.from(shards.entries()))); // RACE
}
