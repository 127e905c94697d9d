// npm run format: rewrites every file in Prettier's style.
import { main } from './main.mjs';
import { tool } from './paths.mjs';
import { makeReady } from './ready.mjs';
import { runNode } from './run.mjs';

await main(async () => {
  await makeReady();
  return runNode([tool('prettier/bin/prettier.cjs'), '--write', '--log-level=warn', '.']);
});
