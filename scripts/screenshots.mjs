// npm run screenshots: takes the pictures that the READMEs show, in extension/images.
import { main } from './main.mjs';
import { makeReady } from './ready.mjs';
import { runTypeScript } from './run-typescript.mjs';

await main(async () => {
  await makeReady();
  return runTypeScript('test/editor/take-screenshots.ts');
});
