// npm run typecheck: the packages by building them, the extension and the tests without emitting anything.
import { main } from './main.mjs';
import { tool } from './paths.mjs';
import { makeReady } from './ready.mjs';
import { runInOrder, runNode } from './run.mjs';

await main(async () => {
  await makeReady();
  const check = (project) => () => runNode([tool('typescript/bin/tsc'), '-p', project]);
  return runInOrder([check('extension'), check('test')]);
});
