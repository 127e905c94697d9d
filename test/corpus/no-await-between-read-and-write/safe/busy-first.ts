// safe: the flag is checked and set with no suspension between
import { prepareWorkspace, runBuild } from './build.js';

let busy = false;

export async function build(ref: string): Promise<'done' | 'busy'> {
  if (busy) return 'busy';
  busy = true;
  try {
    await prepareWorkspace(ref);
    await runBuild(ref);
    return 'done';
  } finally {
    busy = false;
  }
}
