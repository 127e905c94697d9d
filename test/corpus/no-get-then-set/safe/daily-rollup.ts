// safe: sums hourly keys that are never written here into a daily one
import { createClient } from 'redis';
import { Worker } from 'bullmq';

const stats = createClient();
await stats.connect();

async function rollUp(day: string): Promise<number> {
  let sum = 0;
  for (let hour = 0; hour < 24; hour++) {
    const part = await stats.get(`hits:hour:${day}:${String(hour).padStart(2, '0')}`);
    sum += Number(part ?? 0);
  }
  await stats.set(`hits:day:${day}`, sum);
  return sum;
}

export const worker = new Worker<{ day: string }>('rollup', async (job) => rollUp(job.data.day), {
  connection: { host: 'localhost', port: 6379 },
});
