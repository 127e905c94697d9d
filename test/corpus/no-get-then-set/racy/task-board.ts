import IORedis, { type Redis } from 'ioredis';

enum TaskState {
  Open = 'open',
  Taken = 'taken',
  Done = 'done',
}

interface Task {
  id: string;
  goal: string;
  state: TaskState;
  agent?: string;
}

const BOARD = 'agents:board';
const db: Redis = new IORedis(process.env.REDIS_URL!);

export async function takeTask(agent: string): Promise<Task | undefined> {
  const board: Task[] = JSON.parse((await db.get(BOARD)) ?? '[]');

  const task = board.find(({ state }) => state === TaskState.Open);
  if (!task) return undefined;

  task.state = TaskState.Taken;
  task.agent = agent;
  await db.set(BOARD, JSON.stringify(board)); // RACE
  return task;
}

export async function openTasks(): Promise<number> {
  const board: Task[] = JSON.parse((await db.get(BOARD)) ?? '[]');
  return board.filter((t) => t.state === TaskState.Open).length;
}
