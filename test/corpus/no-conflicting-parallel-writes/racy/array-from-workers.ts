import { promises as fs } from 'node:fs';
import { nextJob, execute } from './jobs.js';

export async function drain(concurrency: number): Promise<void> {
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let job = await nextJob(); job; job = await nextJob()) {
        const outcome = await execute(job);
        await fs.writeFile('./outcome.json', JSON.stringify(outcome)); // RACE
      }
    }),
  );
}
