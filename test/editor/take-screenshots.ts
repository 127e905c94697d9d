/** Takes the pictures of the READMEs, in the extension as it is packed now. */
import { join } from 'node:path';
import { launchChromium } from './rig/chromium.js';
import { packedExtension } from './rig/pack.js';
import { root } from './rig/paths.js';
import { makeWorkspace, removeWorkspace, VSCode } from './rig/vscode.js';
import { Workbench } from './rig/workbench.js';

const SAMPLE = `import { Redis } from 'ioredis';

const redis = new Redis();
let budget = 1_000;

/** Counts a visit of a page, for all servers. */
export async function countVisit(page: string): Promise<void> {
  const visits = Number(await redis.get(page));
  await redis.set(page, visits + 1);
}

/** Lets an agent work, as long as there is money for it. */
export async function spend(cost: number, work: () => Promise<void>): Promise<void> {
  const left = budget - cost;
  await work();
  budget = left;
}
`;

const folder = makeWorkspace({ 'visits.ts': SAMPLE });
const images = join(root, 'extension/images');
const code = await VSCode.start({
  vsix: await packedExtension(),
  settings: {
    'editor.fontSize': 15,
    'editor.minimap.enabled': false,
    'editor.occurrencesHighlight': 'off',
    'editor.lightbulb.enabled': 'off',
    'workbench.activityBar.location': 'hidden',
  },
});
const browser = await launchChromium();
try {
  const workbench = await Workbench.open({ browser, code, folder, size: { width: 1200, height: 750 } });
  await workbench.openFile('visits.ts');
  await workbench.squiggles.nth(1).waitFor();
  await workbench.page.keyboard.press('Control+b');
  await workbench.clickOn('redis.set');
  const menu = await workbench.openLightBulb();
  await workbench.screenshot('light-bulb', images);
  await workbench.choose(menu, /^Explain this race/u);
  await workbench.webview().getByRole('listitem').first().waitFor();
  await workbench.waitForCursorOn(9);
  await workbench.screenshot('explain-race', images);
} finally {
  await browser.close();
  await code.stop();
  removeWorkspace(folder);
}
