import { open } from 'node:fs/promises';

export async function plan(steps: string[], apply: (file: string) => Promise<void>) {
  const handle = await open('/tmp/plan.txt', 'w'); // RACE
  await handle.writeFile(steps.join('\n'));
  await handle.close();
  await apply('/tmp/plan.txt');
}
