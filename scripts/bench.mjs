// npm run bench [-- folder]: rule time of this plugin against ESLint's require-atomic-updates.
import { join } from 'node:path';
import { main } from './main.mjs';
import { root, startedIn } from './paths.mjs';
import { makeReady } from './ready.mjs';
import { runNode } from './run.mjs';

await main(async (args) => {
  await makeReady();
  return runNode([join(root, 'test/bench/rule-time.mjs'), ...args], { cwd: startedIn });
});
