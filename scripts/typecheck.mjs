// npm run typecheck: the packages by building them, the tests without emitting anything.
import { main } from './main.mjs';
import { tool } from './paths.mjs';
import { makeReady } from './ready.mjs';
import { runNode } from './run.mjs';

await main(async () => {
  await makeReady();
  return runNode([tool('typescript/bin/tsc'), '-p', 'test']);
});
