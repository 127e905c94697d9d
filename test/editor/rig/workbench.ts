/** VS Code's window as a person sees it: what is on the screen is looked for, and keys and clicks are all that is done. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { screenshots } from './paths.js';
import type { VSCode } from './vscode.js';

export interface WorkbenchOptions {
  readonly browser: Browser;
  readonly code: VSCode;
  readonly folder: string;
  readonly size?: { readonly width: number; readonly height: number };
}

/** Nothing waits for it: it ends a wait for what does not come. */
const SAFETY_NET = 90_000;

export class Workbench {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  /** A window on a folder, in a browser that remembers nothing. */
  static async open({
    browser,
    code,
    folder,
    size = { width: 1280, height: 800 },
  }: WorkbenchOptions): Promise<Workbench> {
    const context = await browser.newContext({ viewport: size });
    context.setDefaultTimeout(SAFETY_NET);
    const page = await context.newPage();
    const workbench = new Workbench(page, context);
    await page.goto(code.address(folder));
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    return workbench;
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  /** A picture for those who look at a run. */
  async screenshot(name: string, folder = screenshots): Promise<void> {
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  }

  /** Opens a file at the top of the folder from the explorer. */
  async openFile(name: string): Promise<void> {
    await this.page.locator('.explorer-folders-view').getByText(name, { exact: true }).dblclick();
    await this.tab(name).waitFor();
    await this.line(/\S/).first().waitFor();
  }

  tab(name: string | RegExp): Locator {
    return this.page.locator('.tabs-container .tab').filter({ hasText: name });
  }

  /** The lines of the editor that show such a text. */
  line(text: string | RegExp): Locator {
    // A space in an editor is one that does not break.
    const pattern = typeof text === 'string' ? new RegExp(escape(text).replaceAll(' ', '\\s'), 'u') : text;
    return this.page.locator('.editor-group-container .view-line').filter({ hasText: pattern });
  }

  /** What underlines errors. */
  get squiggles(): Locator {
    return this.page.locator('.editor-group-container .squiggly-error');
  }

  /** The number of the line that the cursor is on, as the status bar says. */
  async waitForCursorOn(line: number): Promise<void> {
    await this.status(new RegExp(`^Ln ${line}, Col \\d+`, 'u')).waitFor();
  }

  status(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item').filter({ hasText: text });
  }

  /** Puts the cursor where a text stands. */
  async clickOn(text: string): Promise<void> {
    await this.line(text)
      .first()
      .click({ position: { x: 60, y: 8 } });
  }

  /** Runs a command by its title in the command palette. */
  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill(`>${title}`);
    const entry = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title });
    await entry.first().waitFor();
    await entry.first().click();
  }

  async chooseTheme(name: string): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(name);
    await this.page.locator('.quick-input-list').getByText(name, { exact: true }).first().click();
    await input.waitFor({ state: 'hidden' });
  }

  /** Opens the light bulb's menu where the cursor is. */
  async openLightBulb(): Promise<Locator> {
    await this.page.keyboard.press('Control+.');
    const menu = this.page.locator('.action-widget');
    await menu.waitFor();
    return menu;
  }

  /** Clicks on an entry of such a menu. */
  async choose(menu: Locator, title: RegExp): Promise<void> {
    const entry = menu.locator('.monaco-list-row').filter({ hasText: title }).first();
    // An invisible layer takes all clicks until the mouse has moved.
    await entry.hover({ force: true });
    await entry.click();
  }

  /** The document within a webview, which is two frames deep. */
  webview(): ReturnType<Page['frameLocator']> {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast, .notifications-center').filter({ hasText: text });
  }
}

function escape(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
}
