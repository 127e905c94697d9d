import { writeFile } from 'node:fs/promises';
import { plan } from './planner.js';

async function writePlan(goal: string): Promise<void> {
  await writeFile('plan.md', await plan(goal));
}

export async function start(goal: string): Promise<void> {
  const planned = writePlan(goal);
  await writeFile('plan.md', `# ${goal}\n`); // RACE
  await planned;
}
