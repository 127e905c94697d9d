import type { Page } from 'puppeteer';
import { readFile } from 'node:fs/promises';
export async function snap(page: Page): Promise<string> {
  await page.screenshot({ path: '/tmp/shot.png' }); // RACE
  return (await readFile('/tmp/shot.png')).toString('base64');
}
