// safe: each waits for the one before it
import { writeFile } from 'node:fs/promises';
import type { Stage } from './stages.js';

export async function run(stages: Stage[]): Promise<void> {
  await stages.reduce(async (before, stage) => {
    await before;
    await writeFile('stage.json', JSON.stringify(await stage.run()));
  }, Promise.resolve());
}
