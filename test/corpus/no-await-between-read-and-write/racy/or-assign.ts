import type { Browser } from 'playwright';

class BrowserHost {
  browser: Browser | null = null;

  async page() {
    const browser = this.browser || (this.browser = await this.launch()); // RACE
    return browser.newPage();
  }

  private async launch(): Promise<Browser> {
    const { chromium } = await import('playwright');
    return chromium.launch();
  }
}

export const host = new BrowserHost();
