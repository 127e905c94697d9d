import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface Task {
  id: string;
  title: string;
  owner?: string;
}

const BOARD = path.join(process.cwd(), 'data', 'board.json');

export async function addTask(task: Task): Promise<number> {
  const tasks = JSON.parse(await readFile(BOARD, 'utf8')) as Task[];
  tasks.push(task);
  await writeFile(BOARD, JSON.stringify(tasks, null, 2)); // RACE
  return tasks.length;
}
