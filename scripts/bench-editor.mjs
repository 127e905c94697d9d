// npm run bench:editor [-- repetitions]: how long a person waits for the first squiggle, and VS Code for the extension.
import { main } from './main.mjs';
import { makeReady } from './ready.mjs';
import { runTypeScript } from './run-typescript.mjs';

await main(async (args) => {
  await makeReady();
  return runTypeScript('test/editor/bench.ts', args);
});
