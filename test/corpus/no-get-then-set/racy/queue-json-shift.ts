import { createClient } from 'redis';

const client = createClient();

interface Task { id: string; prompt: string }

export async function takeTask(queue: string): Promise<Task | undefined> {
  const tasks: Task[] = JSON.parse((await client.get(`queue:${queue}`)) ?? '[]');
  const [head, ...rest] = tasks;
  if (!head) return undefined;
  await client.set(`queue:${queue}`, JSON.stringify(rest)); // RACE
  return head;
}

export async function putTask(queue: string, task: Task): Promise<number> {
  const tasks: Task[] = JSON.parse((await client.get(`queue:${queue}`)) ?? '[]');
  const length = tasks.push(task);
  await client.set(`queue:${queue}`, JSON.stringify(tasks)); // RACE
  return length;
}
