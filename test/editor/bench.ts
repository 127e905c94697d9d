/**
 * How long a person waits, in windows that are opened afresh: from the click on a file to the squiggle in it, for the first
 * file (VS Code then loads the extension, which starts its server) and for another one; and what VS Code itself says
 * that the extension's activation took.
 *
 *   npm run bench:editor [-- repetitions]
 */
import type { Browser } from 'playwright-core';
import { RACY } from './integration/samples.js';
import { launchChromium } from './rig/chromium.js';
import { packedExtension } from './rig/pack.js';
import { makeWorkspace, removeWorkspace, VSCode } from './rig/vscode.js';
import { Workbench } from './rig/workbench.js';

interface Waits {
  readonly firstFile: number;
  readonly anotherFile: number;
  readonly activation: number;
}

const repetitions = Number(process.argv[2] ?? 5);
const code = await VSCode.start({ vsix: await packedExtension() });
const browser = await launchChromium();
try {
  const runs: Waits[] = [];
  for (let run = 0; run < repetitions; run++) runs.push(await measure(browser));
  for (const [what, of] of [
    ['first file to its squiggle', ({ firstFile }: Waits) => firstFile],
    ['another file to its squiggle', ({ anotherFile }: Waits) => anotherFile],
    ['activation, as VS Code tells', ({ activation }: Waits) => activation],
  ] as const)
    console.log(`${what.padEnd(30)} ${describe(runs.map(of))}`);
} finally {
  await browser.close();
  await code.stop();
}

async function measure(browser: Browser): Promise<Waits> {
  const folder = makeWorkspace({ 'first.ts': RACY, 'second.ts': RACY });
  const workbench = await Workbench.open({ browser, code, folder });
  try {
    const firstFile = await waitFor(workbench, 'first.ts');
    await workbench.runCommand('View: Close All Editors');
    await workbench.squiggles.waitFor({ state: 'detached' });
    const anotherFile = await waitFor(workbench, 'second.ts');
    await workbench.runCommand('Developer: Show Running Extensions');
    const row = workbench.page
      .locator('.runtime-extensions-editor .monaco-list-row')
      .filter({ hasText: 'Interleave' });
    const told = await row.locator('.activation-time').innerText();
    return { firstFile, anotherFile, activation: Number(/(\d+)\s*ms/u.exec(told)?.[1]) };
  } finally {
    await workbench.close();
    removeWorkspace(folder);
  }
}

async function waitFor(workbench: Workbench, name: string): Promise<number> {
  const start = performance.now();
  await workbench.openFile(name);
  await workbench.squiggles.first().waitFor();
  return performance.now() - start;
}

function describe(values: readonly number[]): string {
  const sorted = values.map(Math.round).sort((a, b) => a - b);
  return `median ${sorted[Math.floor(sorted.length / 2)]} ms (${sorted.join(', ')})`;
}
