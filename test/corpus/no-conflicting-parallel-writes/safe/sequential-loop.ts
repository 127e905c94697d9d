// safe: one after the other; the last one is meant to win
import { writeFile } from 'node:fs/promises';
import type { Stage } from './stages.js';

export async function runStages(stages: readonly Stage[]): Promise<void> {
  for (const stage of stages) {
    const result = await stage.run();
    await writeFile('state.json', JSON.stringify(result));
  }
}
