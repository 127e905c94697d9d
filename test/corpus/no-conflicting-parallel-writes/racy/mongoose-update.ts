import { Task } from './models/task.js';
import type { Worker } from './worker.js';

export async function solve(taskId: string, workers: Worker[]): Promise<void> {
  await Promise.allSettled(
    workers.map(async (worker) => {
      const answer = await worker.solve(taskId);
      await Task.updateOne({ _id: taskId }, { $set: { answer } }); // RACE
    }),
  );
}
