// Safe: a uuid.
import type { Page } from 'puppeteer';
import { readFile } from 'node:fs/promises';
import { v4 } from 'uuid';
export async function snap(page: Page): Promise<string> {
  const file = `/tmp/${v4()}.png`;
  await page.screenshot({ path: file });
  return (await readFile(file)).toString('base64');
}
