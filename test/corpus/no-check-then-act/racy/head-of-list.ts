import { createClient } from 'redis';

const client = createClient();

export async function nextTask() {
  const raw = await client.lIndex('tasks', 0);
  if (!raw) return null;
  await client.lPop('tasks'); // RACE
  return JSON.parse(raw) as { id: string };
}
