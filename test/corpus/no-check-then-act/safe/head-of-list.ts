// safe: LPOP looks and takes in one step
import { createClient } from 'redis';

const client = createClient();

export async function nextTask() {
  const raw = await client.lPop('tasks');
  return raw ? (JSON.parse(raw) as { id: string }) : null;
}
