// npm test [-- vitest's arguments]: every suite, or those that the arguments select.
import { main } from './main.mjs';
import { tool } from './paths.mjs';
import { makeReady } from './ready.mjs';
import { runNode } from './run.mjs';

await main(async (args) => {
  await makeReady();
  return runNode([tool('vitest/vitest.mjs'), 'run', ...args]);
});
