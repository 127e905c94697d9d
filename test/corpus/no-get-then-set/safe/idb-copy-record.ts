// The copy has a key of its own, and goes to another store
import type { IDBPDatabase } from 'idb';

interface Task {
  id: string;
  title: string;
}

export async function duplicate(db: IDBPDatabase, id: string): Promise<string> {
  const task = (await db.get('tasks', id)) as Task;
  const copy: Task = { ...task, id: crypto.randomUUID(), title: `${task.title} (copy)` };
  await db.put('tasks', copy);
  return copy.id;
}

export async function archive(db: IDBPDatabase, id: string): Promise<void> {
  const task = (await db.get('tasks', id)) as Task;
  await db.put('archive', { ...task, archived: true });
  await db.delete('tasks', id);
}
