import puppeteer, { type Browser } from 'puppeteer';

let browser: Browser | undefined;

export async function screenshot(url: string): Promise<Uint8Array> {
  browser ??= await puppeteer.launch({ headless: true }); // RACE
  const page = await browser.newPage();
  try {
    await page.goto(url, { waitUntil: 'networkidle0' });
    return await page.screenshot({ fullPage: true });
  } finally {
    await page.close();
  }
}
