// npm run build:extension [-- --release] [--into folder]: extension/dist, as VS Code loads it.
import { parseArgs } from 'node:util';
import { bundleExtension } from './bundle-extension.mjs';
import { main } from './main.mjs';
import { makeReady } from './ready.mjs';

await main(async (args) => {
  const options = { release: { type: 'boolean', default: false }, into: { type: 'string' } };
  const { release, into } = parseArgs({ args, options }).values;
  await makeReady();
  await bundleExtension({ isRelease: release, into });
  return 0;
});
