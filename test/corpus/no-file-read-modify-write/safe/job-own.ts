// Safe: each run of the queue's job has a folder of its own, which it makes.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
export async function run(steps: { name: string; run(): Promise<string> }[]): Promise<void> {
  const runDir = join('/data/runs', randomUUID());
  await mkdir(runDir, { recursive: true });
  const file = join(runDir, 'state.json');
  await writeFile(file, '{}');
  for (const step of steps) {
    const state = JSON.parse(await readFile(file, 'utf8'));
    state[step.name] = await step.run();
    await writeFile(file, JSON.stringify(state));
  }
}
