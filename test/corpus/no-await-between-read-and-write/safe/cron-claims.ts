// safe: running is set in the step that checks it
import cron from 'node-cron';

interface Task {
  name: string;
  running: boolean;
  runs: number;
  run(): Promise<void>;
}

const tasks: Task[] = [];

export function addTask(task: Task) {
  tasks.push(task);
}

async function start(task: Task) {
  if (task.running) return;
  task.running = true;
  try {
    await task.run();
    task.runs++;
  } finally {
    task.running = false;
  }
}

cron.schedule('* * * * *', () => {
  for (const task of tasks) void start(task);
});
