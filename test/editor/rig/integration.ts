/** Runs the integration tests in a window of VS Code: their module is loaded into its extension host. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, SuiteName } from '../integration/suites.js';
import { bundledTests } from './bundled-tests.js';
import { launchChromium } from './chromium.js';
import { packedExtension } from './pack.js';
import { screenshots, work } from './paths.js';
import { makeWorkspace, removeWorkspace, VSCode } from './vscode.js';

/** Runs a set of suites in a new window and gives what came of each test. Throws when they did not run to their end. */
export async function runInBrowser(suites: SuiteName): Promise<readonly Outcome[]> {
  const [vsix, tests] = await Promise.all([packedExtension(), bundledTests()]);
  const folder = makeWorkspace({});
  const outcomes = join(folder, '.outcomes.json');
  const code = await VSCode.start({
    vsix,
    isTrusted: suites !== 'untrusted',
    env: { INTERLEAVE_SUITES: suites, INTERLEAVE_OUTCOMES: outcomes },
  });
  try {
    const said = await openUntilDone(code, folder, tests, suites);
    return keep(suites, readOutcomes(outcomes, said));
  } finally {
    await code.stop();
    removeWorkspace(folder);
  }
}

/** Gives what the window wrote into its console. */
async function openUntilDone(code: VSCode, folder: string, tests: string, name: string): Promise<string> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const said: string[] = [];
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    // VS Code calls these two when it runs tests in a browser.
    await page.exposeFunction('codeAutomationLog', () => undefined);
    const ended = new Promise<void>((resolve, reject) => {
      page.once('crash', () => {
        reject(new Error(`The window crashed:\n${said.join('\n')}`));
      });
      void page.exposeFunction('codeAutomationExit', resolve).then(async () => {
        const extension = code.extensionFolder('interleave.interleave');
        const payload = {
          extensionDevelopmentPath: code.uri(extension),
          extensionTestsPath: code.uri(tests),
        };
        await page.goto(code.address(folder, payload));
      }, reject);
    });
    await ended;
    mkdirSync(screenshots, { recursive: true });
    await page.screenshot({ path: join(screenshots, `integration-${name}.png`) });
    return said.join('\n');
  } finally {
    await browser.close();
  }
}

/** For those who want to know what takes long. */
function keep(suites: SuiteName, outcomes: readonly Outcome[]): readonly Outcome[] {
  const told = outcomes.map(({ suite, title, milliseconds }) => `${milliseconds} ms  ${suite}: ${title}\n`);
  writeFileSync(join(work, `integration-${suites}.txt`), told.join(''));
  return outcomes;
}

function readOutcomes(path: string, said: string): readonly Outcome[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Outcome[];
  } catch (cause) {
    throw new Error(`The tests did not run to their end. The window said:\n${said}`, { cause });
  }
}
