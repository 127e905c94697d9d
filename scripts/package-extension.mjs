// npm run package: extension/interleave-<version>.vsix, which needs nothing beside it.
import { bundleExtension, extensionFolder } from './bundle-extension.mjs';
import { main } from './main.mjs';
import { tool } from './paths.mjs';
import { makeReady } from './ready.mjs';
import { runNode } from './run.mjs';

await main(async (args) => {
  await makeReady();
  await bundleExtension({ isRelease: true });
  // What the README leads to lies in the repository, and so do its pictures.
  const addresses = [
    ['--baseContentUrl', 'https://github.com/interleave-dev/interleave/blob/main/extension'],
    ['--baseImagesUrl', 'https://github.com/interleave-dev/interleave/raw/main/extension'],
  ];
  const command = [tool('@vscode/vsce/vsce'), 'package', '--no-dependencies', ...addresses.flat(), ...args];
  return runNode(command, { cwd: extensionFolder });
});
