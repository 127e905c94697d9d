import { rm, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export class SiteBuilder {
  constructor(private readonly outDir: string) {}

  async emit(pages: { slug: string; html: string }[]): Promise<void> {
    await Promise.all([
      rm(join(this.outDir, 'pages'), { recursive: true, force: true }),
      ...pages.map(({ slug, html }) => writeFile(join(this.outDir, 'pages', `${slug}.html`), html)), // RACE
    ]);
    await mkdir(join(this.outDir, 'assets'), { recursive: true });
  }
}
