import type { IDBPDatabase } from 'idb';

interface Task {
  id: string;
  attempts: number;
}

export async function retry(db: IDBPDatabase, id: string): Promise<void> {
  const task = (await db.get('tasks', id)) as Task | undefined;
  if (!task) return;
  task.attempts += 1;
  await db.put('tasks', task); // RACE
}
