import { prepareWorkspace, runBuild } from './build.js';

let busy = false;

export async function build(ref: string): Promise<'started' | 'busy'> {
  if (busy) return 'busy';
  await prepareWorkspace(ref);
  busy = true; // RACE
  try {
    await runBuild(ref);
  } finally {
    busy = false;
  }
  return 'started';
}
