// npm run lint: ESLint with our own plugin among its rules, then Prettier.
import { main } from './main.mjs';
import { tool } from './paths.mjs';
import { makeReady } from './ready.mjs';
import { runInOrder, runNode } from './run.mjs';

await main(async () => {
  await makeReady();
  return runInOrder([
    () => runNode([tool('eslint/bin/eslint.js'), '.', '--max-warnings=0']),
    () => runNode([tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']),
  ]);
});
