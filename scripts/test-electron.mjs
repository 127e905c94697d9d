// npm run test:electron [-- version]: the integration tests of the extension in a VS Code for desktops, which is
// downloaded. `npm test` runs the same ones in a VS Code from the npm registry.
import { bundleExtension } from './bundle-extension.mjs';
import { main } from './main.mjs';
import { makeReady } from './ready.mjs';
import { runTypeScript } from './run-typescript.mjs';

await main(async (args) => {
  await makeReady();
  await bundleExtension({ isRelease: false });
  return runTypeScript('test/editor/electron.ts', args);
});
