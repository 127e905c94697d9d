// safe: closing only clears the references
import type { Browser, Page } from 'puppeteer';

export class Tab {
  private page: Page | null;
  private browser: Browser | null;
  closed = false;

  constructor(browser: Browser, page: Page) {
    this.browser = browser;
    this.page = page;
  }

  async dispose(): Promise<void> {
    await this.page?.close();
    this.page = null;
    await this.browser?.close();
    this.browser = null;
    this.closed = true;
  }
}
