/** What a person does and sees, in a VS Code into which the packed extension was installed. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { RACY, SAFE } from './integration/samples.js';
import { isLeftOut, launchChromium } from './rig/chromium.js';
import { findPaleTexts } from './rig/contrast.js';
import { packedExtension } from './rig/pack.js';
import { makeWorkspace, removeWorkspace, VSCode } from './rig/vscode.js';
import { Workbench } from './rig/workbench.js';

/** Nothing waits for it: it ends a run that hangs. */
const SAFETY_NET = 20 * 60_000;

let code: VSCode;
let browser: Browser;

const skipped = isLeftOut();

beforeAll(async () => {
  if (skipped) return;
  code = await VSCode.start({ vsix: await packedExtension() });
  browser = await launchChromium();
}, SAFETY_NET);

afterAll(async () => {
  if (skipped) return;
  await browser.close();
  await code.stop();
});

/** A window of its own on a folder with these files. A picture tells where a test has failed. */
async function open(name: string, files: Readonly<Record<string, string>>): Promise<Workbench> {
  const folder = makeWorkspace(files);
  code.forgetSettings();
  const workbench = await Workbench.open({ browser, code, folder });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.screenshot(`${name} (failed)`);
    await workbench.close();
    removeWorkspace(folder);
  });
  return workbench;
}

describe.skipIf(skipped)('a person', { timeout: SAFETY_NET }, () => {
  test('sees a race underlined, rewrites it from the light bulb, and sees it go', async () => {
    const workbench = await open('rewrite', { 'hits.ts': RACY });
    await workbench.openFile('hits.ts');
    await workbench.squiggles.waitFor();
    await workbench.screenshot('squiggle');

    await workbench.clickOn('redis.set');
    const menu = await workbench.openLightBulb();
    await workbench.screenshot('light bulb');
    await workbench.choose(menu, /INCR/u);
    await workbench.line('await redis.incr(page);').waitFor();
    await workbench.squiggles.waitFor({ state: 'detached' });
    await workbench.screenshot('rewritten');
    expect(await workbench.line('redis.set').count()).toBe(0);
  });

  test('fixes a race with the keyboard alone', async () => {
    const workbench = await open('keyboard', { 'hits.ts': RACY });
    await workbench.openFile('hits.ts');
    await workbench.squiggles.waitFor();
    const { keyboard } = workbench.page;
    await keyboard.press('F8');
    await workbench.waitForCursorOn(6);
    await workbench.page.locator('.marker-widget').filter({ hasText: 'Lost update' }).waitFor();
    await workbench.screenshot('next problem');
    await workbench.openLightBulb();
    await keyboard.press('Enter');
    await workbench.line('await redis.incr(page);').waitFor();
    await workbench.squiggles.waitFor({ state: 'detached' });
  });

  test('reads in the hover how data is lost', async () => {
    const workbench = await open('hover', { 'hits.ts': RACY });
    await workbench.openFile('hits.ts');
    await workbench.squiggles.waitFor();
    await workbench.line('redis.set').getByText('set', { exact: true }).hover();
    const hover = workbench.page.locator('.monaco-hover').filter({ hasText: 'Lost update' });
    await hover.first().waitFor();
    await workbench.screenshot('hover');
  });

  test('has an explanation drawn, and goes to the line of a step', async () => {
    const workbench = await open('explain', { 'hits.ts': RACY });
    await workbench.openFile('hits.ts');
    await workbench.squiggles.waitFor();
    await workbench.clickOn('redis.set');
    const menu = await workbench.openLightBulb();
    await workbench.choose(menu, /^Explain this race/u);
    const steps = workbench.webview().getByRole('listitem');
    await steps.first().waitFor();
    expect(await steps.count()).toBeGreaterThanOrEqual(4);
    await workbench.screenshot('explain');

    const reads = workbench.webview().getByRole('button', { name: /execution B.*line 5.*reads/u });
    await reads.first().click();
    await workbench.waitForCursorOn(5);
    const writes = workbench.webview().getByRole('button', { name: /line 6.*writes/u });
    await writes.last().click();
    await workbench.waitForCursorOn(6);
    await workbench.screenshot('explain, at a step');
  });

  test('can read the explanation in light and high-contrast themes', async () => {
    const workbench = await open('themes', { 'hits.ts': RACY });
    await workbench.openFile('hits.ts');
    await workbench.squiggles.waitFor();
    await workbench.runCommand('Interleave: Explain Race');
    await workbench.webview().getByRole('listitem').first().waitFor();
    for (const theme of ['Light Modern', 'Dark High Contrast', 'Light High Contrast']) {
      await workbench.chooseTheme(theme);
      await workbench.webview().locator(`body[data-vscode-theme-name="${theme}"]`).waitFor();
      await workbench.screenshot(`explain, ${theme}`);
      expect(await findPaleTexts(workbench.webview().locator('body')), theme).toEqual([]);
    }
  });

  test('sees in the tree what is shared, and the tree changes with the text', async () => {
    const workbench = await open('tree', { 'hits.ts': RACY });
    await workbench.openFile('hits.ts');
    await workbench.squiggles.waitFor();
    await workbench.runCommand('Interleave: Show Shared State');
    const row = (text: RegExp) =>
      workbench.page.locator('.pane-body .monaco-list-row').filter({ hasText: text });
    await row(/page.*2 of 2 unguarded/u).waitFor();
    await row(/write.*line 6/u).click();
    await workbench.waitForCursorOn(6);
    await workbench.screenshot('tree');

    await workbench.clickOn('redis.set');
    const menu = await workbench.openLightBulb();
    await workbench.choose(menu, /INCR/u);
    await row(/incr.*line 5/u).waitFor();
    await row(/write.*line 6/u).waitFor({ state: 'detached' });
    await workbench.screenshot('tree, after the rewrite');
  });

  test('checks the whole workspace, and finds the races of files that are not open', async () => {
    const workbench = await open('workspace', { 'a/hits.ts': RACY, 'b/safe.ts': SAFE, 'hits.ts': RACY });
    await workbench.openFile('hits.ts');
    await workbench.squiggles.waitFor();
    await workbench.runCommand('Interleave: Check Workspace');
    await workbench.notification(/checked 3 files: 2 races/u).waitFor();
    await workbench.screenshot('workspace checked');
    await workbench.runCommand('View: Toggle Problems');
    const problems = workbench.page.locator('.markers-panel .monaco-list-row');
    await problems.and(workbench.page.getByLabel(/problems in file hits\.ts of folder a/u)).waitFor();
    await workbench.screenshot('problems');
  });

  test('cancels a check of the workspace that takes long', async () => {
    const many = 3000;
    const files = Object.fromEntries(
      Array.from({ length: many }, (_, index) => [
        `src/hits-${index}.ts`,
        RACY.replaceAll('page', `page${index}`),
      ]),
    );
    const workbench = await open('cancel', { ...files, 'hits.ts': RACY });
    await workbench.openFile('hits.ts');
    await workbench.squiggles.waitFor();
    await workbench.runCommand('Interleave: Check Workspace');
    const progress = workbench.notification(/checking the workspace/u);
    await progress.waitFor();
    await workbench.screenshot('workspace check under way');
    await progress.getByRole('button', { name: 'Cancel' }).click();
    const told = workbench.notification(/cancelled after [\d,]+ files?/u);
    await told.waitFor();
    await workbench.screenshot('workspace check cancelled');
    const [, files_] = /cancelled after (\d+) file/u.exec(await told.innerText()) ?? [];
    expect(Number(files_)).toBeLessThan(many);
    // What goes on is the rest of the extension.
    expect(await workbench.squiggles.count()).toBe(1);
  });
});
