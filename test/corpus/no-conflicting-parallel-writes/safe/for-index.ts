// safe: the loop's index is in the key
import { createClient } from 'redis';

const client = createClient();

export async function store(shards: string[]): Promise<void> {
  const tasks: Promise<unknown>[] = [];
  for (let i = 0; i < shards.length; i++) {
    tasks.push(client.set(`shard:${i}`, shards[i] ?? ''));
  }
  await Promise.all(tasks);
}
