// safe: what is kept is the promise, assigned with no suspension after the check
import type { Browser } from 'playwright';

class BrowserHost {
  private launching: Promise<Browser> | null = null;

  async page() {
    const browser = await (this.launching || (this.launching = this.launch()));
    return browser.newPage();
  }

  private async launch(): Promise<Browser> {
    const { chromium } = await import('playwright');
    return chromium.launch();
  }

  async close() {
    const launching = this.launching;
    this.launching = null;
    await (await launching)?.close();
  }
}

export const host = new BrowserHost();
