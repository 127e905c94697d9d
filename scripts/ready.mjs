import { build, isBuilt } from './build-state.mjs';
import { install, isInstalled } from './install-state.mjs';
import { SetupError } from './main.mjs';
import { withSetupLock } from './setup-lock.mjs';

const oldestNode = [20, 19];

/** Installs and builds what is missing, and nothing else: some milliseconds when nothing is. */
export async function makeReady() {
  requireNode(process.versions.node);
  if (isInstalled() && isBuilt()) return;
  await withSetupLock(async () => {
    // Asked again: another run may have done the work while this one waited.
    if (!isInstalled()) await install();
    if (!isBuilt()) await build();
  });
}

function requireNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new SetupError(
    `Node ${version} is too old: Interleave needs Node ${oldestNode.join('.')} or newer. ` +
      'Get it from https://nodejs.org or with your version manager (`nvm install 22`), then run this command again.',
  );
}
