// Safe: not a scratch path, and named by the test.
import type { Page } from 'playwright';
export async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `artifacts/${name}.png` });
}
