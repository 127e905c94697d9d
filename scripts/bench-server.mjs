// npm run bench:server [-- repetitions]: the language server's latency and memory, beside ESLint's own VS Code server.
import { join } from 'node:path';
import { main } from './main.mjs';
import { root } from './paths.mjs';
import { makeReady } from './ready.mjs';
import { runNode } from './run.mjs';

await main(async (args) => {
  await makeReady();
  return runNode([join(root, 'test/bench/server.mjs'), ...args], { cwd: root });
});
