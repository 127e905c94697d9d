import cron from 'node-cron';

interface Task {
  name: string;
  running: boolean;
  shouldRun(): Promise<boolean>;
  run(): Promise<void>;
}

const tasks: Task[] = [];

export function addTask(task: Task) {
  tasks.push(task);
}

cron.schedule('* * * * *', async () => {
  for (const task of tasks) {
    if (task.running || !(await task.shouldRun())) continue;
    task.running = true; // RACE
    task.run().finally(() => {
      task.running = false;
    });
  }
});
