import Redis from 'ioredis';

const redis = new Redis();

interface Todo { title: string; done: boolean; doneBy?: string[] }

export async function complete(listId: string, index: number, user: string): Promise<Todo> {
  const list = `todos:${listId}`;
  const raw = await redis.lindex(list, index);
  if (!raw) throw new Error('no such todo');
  const todo: Todo = JSON.parse(raw);
  todo.done = true;
  todo.doneBy = [...(todo.doneBy ?? []), user];
  await redis.lset(list, index, JSON.stringify(todo)); // RACE
  return todo;
}
